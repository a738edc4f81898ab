import type { BuildInputs } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import type { Builder, Plan } from '../types/plan.ts';

/** Where the image of a build goes. */
export type BuildGoal =
  /** Stays in the builder: built to see that it can be, pushed nowhere. */
  | { readonly kind: 'local' }
  /** Into the engine, under a name of its own; with an engine's own builder only. */
  | { readonly kind: 'engine'; readonly name: string }
  /** Into the registry, without a name. */
  | { readonly kind: 'push'; readonly uri: string; readonly candidateTag: Tag };

/** One or two docker commands that build the candidate and push it. */
export interface BuildCommands {
  readonly build: readonly string[];
  /** Only where the build cannot push by itself. */
  readonly push: readonly string[] | undefined;
}

/**
 * The arguments of the docker commands for a plan. A builder that pushes by digest does it while it builds; with the
 * engine's own builder the image is built into the engine and pushed from there, because buildx would push it twice.
 * @param metadataFile where buildx writes what it pushed; used only by a builder that pushes
 */
export function buildCommands(
  { inputs, labels, annotations }: Pick<Plan, 'inputs' | 'labels' | 'annotations'>,
  builder: Builder,
  goal: BuildGoal,
  metadataFile: string,
): BuildCommands {
  const destination = destinationOf(builder, goal, metadataFile);
  return {
    build: [
      ...(builder.tool === 'buildx' ? ['buildx', 'build'] : ['build']),
      ...destination.build,
      // A provenance attestation makes an index even of one platform: ECR cannot scan it and Lambda cannot run it.
      ...(builder.provenanceFlag ? ['--provenance=false'] : []),
      ...commonArguments(inputs.build),
      ...labels.flatMap((label) => ['--label', label]),
      ...(builder.annotations && goal.kind === 'push'
        ? annotationArguments(annotations, inputs.build.platforms.length > 1)
        : []),
      inputs.build.context,
    ],
    push: destination.push,
  };
}

function destinationOf(
  builder: Builder,
  goal: BuildGoal,
  metadataFile: string,
): { readonly build: readonly string[]; readonly push: readonly string[] | undefined } {
  if (goal.kind === 'local') return { build: [], push: undefined };
  if (goal.kind === 'engine') return { build: intoEngine(builder, goal.name), push: undefined };
  switch (builder.push) {
    case 'by-digest': {
      const output = `type=image,name=${goal.uri},push-by-digest=true,name-canonical=true,push=true`;
      return { build: ['--output', output, '--metadata-file', metadataFile], push: undefined };
    }
    case 'by-tag': {
      const name = `${goal.uri}:${goal.candidateTag}`;
      return { build: intoEngine(builder, name), push: ['push', name] };
    }
  }
}

function intoEngine(builder: Builder, name: string): string[] {
  return [...(builder.tool === 'buildx' ? ['--load'] : []), '--tag', name];
}

/**
 * Annotations go to the manifest of each platform, and where there are several to their index too; one that names its
 * level goes there. Source: docker/buildx, docs/reference/buildx_build.md, "--annotation".
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
