import type { BuildInputs } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import type { Builder, Plan } from '../types/plan.ts';

/** Where the image of a build goes. */
export type BuildGoal =
  /** Stays in the builder: built to see that it can be, pushed nowhere. */
  | { readonly kind: 'local' }
  /** Into the registry, without a name. */
  | { readonly kind: 'push'; readonly uri: string; readonly candidateTag: Tag };

/** One or two docker commands that build the candidate and push it. */
export interface BuildCommands {
  readonly build: readonly string[];
  /** Only where the build cannot push by itself. */
  readonly push: readonly string[] | undefined;
}

/**
 * The arguments of the docker commands for a plan.
 * @param metadataFile where buildx writes what it made; unused by `docker build`
 */
export function buildCommands(
  plan: Pick<Plan, 'inputs' | 'builder'>,
  goal: BuildGoal,
  metadataFile: string,
): BuildCommands {
  const { inputs, builder } = plan;
  const common = commonArguments(inputs.build);
  if (builder.tool === 'docker-build') {
    if (goal.kind === 'local') return { build: ['build', ...common, inputs.build.context], push: undefined };
    const name = `${goal.uri}:${goal.candidateTag}`;
    return {
      build: ['build', '--tag', name, ...common, inputs.build.context],
      push: ['push', name],
    };
  }
  return {
    build: [
      'buildx',
      'build',
      ...outputArguments(builder, goal),
      '--metadata-file',
      metadataFile,
      // A provenance attestation makes an index even of one platform: ECR cannot scan it and Lambda cannot run it.
      ...(builder.provenanceFlag ? ['--provenance=false'] : []),
      ...common,
      inputs.build.context,
    ],
    push: undefined,
  };
}

function outputArguments(builder: Builder, goal: BuildGoal): string[] {
  if (goal.kind === 'local') return [];
  switch (builder.push) {
    case 'by-digest':
      return ['--output', `type=image,name=${goal.uri},push-by-digest=true,name-canonical=true,push=true`];
    case 'by-tag':
      return ['--push', '--tag', `${goal.uri}:${goal.candidateTag}`];
  }
}

function commonArguments(build: BuildInputs): string[] {
  return [
    ...(build.file === undefined ? [] : ['--file', build.file]),
    ...(build.target === undefined ? [] : ['--target', build.target]),
    ...(build.platforms.length === 0 ? [] : ['--platform', build.platforms.join(',')]),
    ...build.buildArgs.flatMap((argument) => ['--build-arg', argument]),
    ...build.labels.flatMap((label) => ['--label', label]),
  ];
}
