import { furtherContext, readContext } from '../types/build-context.ts';
import type { BuildOptions } from '../types/build-options.ts';
import type { TreeState } from '../types/checkout.ts';
import type { Inputs } from '../types/inputs.ts';
import { usualPlatform } from '../types/names.ts';
import { revisionLabel, shortHash, type BuildRecord, type RecordPart } from '../types/build-record.ts';
import type { Source } from '../types/source.ts';
import { withoutCredentials } from '../types/redact.ts';
import { withOwnAnnotations } from './annotations.ts';
import { withOwn } from './labels.ts';
import { scopeOf } from './scope.ts';

/** What a record is made from besides the inputs. */
interface RecordFacts {
  readonly source: Source;
  readonly tree: TreeState | undefined;
  /** The levels of annotations that name none; undefined means the manifests. */
  readonly levels?: readonly string[] | undefined;
  /** Reads a variable of the job. */
  readonly variable: (name: string) => string | undefined;
}

/** Variables that docker and buildx read, and that make a different image from the same inputs. */
const variables = ['SOURCE_DATE_EPOCH'];
/** More such variables if the input platforms is empty, so that the builder chooses the platform. */
const variablesOfPlatform = ['DOCKER_DEFAULT_PLATFORM', 'RUNNER_ARCH'];

/**
 * Makes the record of what makes this run's image; undefined if the commit or the files are not known. Dates in
 * labels do not count, because they always differ.
 */
export async function recordOf(inputs: Inputs, facts: RecordFacts): Promise<BuildRecord | undefined> {
  const { tree, source, variable } = facts;
  const { built } = source;
  if (built === undefined || tree === undefined || tree.kind === 'unknown') return undefined;
  const { build } = inputs;
  // The contents of a folder beside the build context are not inspected, so it is not known what makes the image.
  if (build.options.buildContexts.some(({ value }) => furtherContext(value) !== 'address')) return undefined;
  const scope = scopeOf(source, 0);
  const standard = new Map(source.commit === undefined ? [] : [[revisionLabel, source.commit]]);
  const labels = withOwn(standard, build.labels, scope);
  const place = { scope, levels: facts.levels ?? ['manifest'], hasIndex: build.platforms.length > 1 };
  const annotations = withOwnAnnotations(standard, build.annotations, place);
  const texts: Readonly<Record<Exclude<RecordPart, 'commit' | 'tree'>, unknown>> = {
    context: placeOf(build.context),
    file: build.file === undefined ? '' : placeOf(build.file),
    target: build.target ?? '',
    platforms: build.platforms.map(usualPlatform).toSorted(),
    'build-args': byName(build.buildArgs.map((argument) => withValue(argument, variable))),
    labels: labels.ok ? labels.value : build.labels,
    annotations: annotations.ok ? annotations.value.lines : build.annotations,
    environment: [
      ...[...variables, ...(build.platforms.length === 0 ? variablesOfPlatform : [])].map(
        (name) => variable(name) ?? '',
      ),
      ...optionTexts(build.options),
    ],
  };
  const names = Object.keys(texts) as (keyof typeof texts)[];
  const hashed: [RecordPart, string][] = await Promise.all(
    names.map(async (part) => [part, await shortHash(JSON.stringify(texts[part]))]),
  );
  return {
    parts: {
      commit: built,
      tree: tree.kind === 'clean' ? 'clean' : tree.digest.slice('sha256:'.length),
      ...(Object.fromEntries(hashed) as Record<keyof typeof texts, string>),
    },
    committedAt: source.committedAt,
  };
}

/** Other options that change the image, if they are set; for a secret only its name. */
function optionTexts(options: BuildOptions): string[] {
  const { buildContexts, secrets, addHosts, allow, network, provenance, sbom, attests } = options;
  return [
    ...buildContexts.map(({ name, value }) => `context ${name}=${withoutCredentials(value)}`),
    ...secrets.map(({ id }) => `secret ${id}`),
    ...addHosts.map((host) => `host ${host}`),
    ...allow.map((entitlement) => `allow ${entitlement}`),
    ...attests.map((attest) => `attest ${attest}`),
    ...[
      network && `network ${network}`,
      provenance && `provenance ${provenance}`,
      sbom && `sbom ${sbom}`,
    ].filter((text) => text !== undefined && text !== ''),
  ].filter((text): text is string => text !== undefined);
}

/** A path in its shortest form; for a remote context, everything but its commit and secrets. */
function placeOf(path: string): string {
  const read = readContext(path);
  if (read.kind === 'download') return withoutCredentials(withoutUser(read.address));
  if (read.kind === 'git') {
    const query = read.query === '' ? '' : `?${read.query}`;
    return withoutCredentials(
      `${withoutUser(read.address)}${query}${read.folder === '' ? '' : `:${read.folder}`}`,
    );
  }
  const parts = path.split('/').filter((part, index) => part !== '.' && (part !== '' || index === 0));
  return parts.join('/') || '.';
}

function withoutUser(address: string): string {
  return address.replace(/^([a-z]+:\/\/)[^/@]*@/i, '$1');
}

/** `NAME` alone takes its value from the environment. */
function withValue(argument: string, variable: RecordFacts['variable']): string {
  return argument.includes('=') ? argument : `${argument}=${variable(argument) ?? ''}`;
}

/** Sorts by name, keeping the order of equal names, because the last one counts. */
function byName(assignments: readonly string[]): string[] {
  const nameOf = (assignment: string) => assignment.slice(0, assignment.indexOf('='));
  return assignments.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}
