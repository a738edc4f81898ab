import type { AttestationForm } from '../types/image.ts';
import { forBuildx } from './git-credential.ts';
import type { BuildInputs } from '../types/inputs.ts';
import { optionArguments, provenanceArgument } from './options.ts';
import type { Builder, Plan } from '../types/plan.ts';

/** Where the image of a build goes. */
export type BuildGoal =
  /** It stays in the builder: built to see whether it can be, and pushed nowhere. */
  | { readonly kind: 'local' }
  /** Nothing is built: the Dockerfile is checked. */
  | { readonly kind: 'check' }
  /** Into the engine, under its own name; only with an engine's own builder. */
  | { readonly kind: 'engine'; readonly name: string; readonly attestations?: AttestationForm | undefined }
  /** Into the registry, by digest and without a tag; only with a builder that pushes. */
  | {
      readonly kind: 'push';
      readonly uri: string;
      /** The file in which buildx reports what it pushed. */
      readonly metadataFile: string;
      /** The form of attestations; by default the builder's own. */
      readonly attestations?: AttestationForm | undefined;
    };

/**
 * The arguments of the docker command that builds a plan. A builder that pushes by digest pushes while it builds. With
 * the engine's own builder the image is built into the engine and pushed from there, because buildx would push it twice.
 */
export function buildCommand(
  {
    inputs,
    labels,
    annotations,
    secretFolder,
  }: Pick<Plan, 'inputs' | 'labels' | 'annotations' | 'secretFolder'>,
  builder: Builder,
  goal: BuildGoal,
): readonly string[] {
  const build = builder.tool === 'buildx' ? forBuildx(inputs.build) : inputs.build;
  return [
    ...(builder.tool === 'buildx' ? ['buildx', 'build'] : ['build']),
    ...destinationOf(builder, goal),
    ...(builder.provenanceFlag ? provenanceArgument(build.options) : []),
    ...commonArguments(build),
    ...optionArguments(build.options, secretFolder),
    ...labels.flatMap((label) => ['--label', label]),
    ...(builder.annotations && goal.kind === 'push'
      ? annotationArguments(annotations, build.platforms.length > 1)
      : []),
    build.context,
  ];
}

function destinationOf(builder: Builder, goal: BuildGoal): string[] {
  switch (goal.kind) {
    case 'local':
      return [];
    case 'check':
      return ['--call=check'];
    case 'engine':
      return [...loading(builder, goal.attestations), '--tag', goal.name];
    case 'push': {
      const output = `type=image,name=${goal.uri},push-by-digest=true,name-canonical=true,push=true`;
      return ['--output', `${output}${formOf(goal.attestations)}`, '--metadata-file', goal.metadataFile];
    }
  }
}

function loading({ tool }: Builder, form: AttestationForm | undefined): string[] {
  if (tool !== 'buildx') return [];
  return form === undefined ? ['--load'] : ['--output', `type=docker${formOf(form)}`];
}

/** Source: moby/buildkit, README, "oci-artifact". */
function formOf(form: AttestationForm | undefined): string {
  return form === undefined ? '' : `,oci-artifact=${String(form === 'artifact')}`;
}

/**
 * Annotations without a level go to each platform's manifest, and if there are several platforms, also to their
 * index. Source: docker/buildx, docs/reference/buildx_build.md, "--annotation".
 */
function annotationArguments(annotations: readonly string[], hasIndex: boolean): string[] {
  const levels = hasIndex ? 'manifest,index:' : '';
  return annotations.flatMap((annotation) => [
    '--annotation',
    level.test(annotation) ? annotation : `${levels}${annotation}`,
  ]);
}

const level = /^(?:(?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?,?)+:/;

function commonArguments(build: BuildInputs): string[] {
  return [
    ...(build.file === undefined ? [] : ['--file', build.file]),
    ...(build.target === undefined ? [] : ['--target', build.target]),
    ...(build.platforms.length === 0 ? [] : ['--platform', build.platforms.join(',')]),
    ...build.buildArgs.flatMap((argument) => ['--build-arg', argument]),
  ];
}
