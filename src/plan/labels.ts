import { recordLabel, revisionLabel } from '../types/build-record.ts';
import type { Source } from '../types/source.ts';
import { evaluate, type Scope } from '../inputs/expressions.ts';
import { notAllowed, ok, quote, type Parsed } from '../inputs/parsed.ts';

const prefix = 'org.opencontainers.image.';

/** Why a label or annotation may only be set by the action, because others rely on it. */
export function refusalOf(
  name: string,
  value: string,
  standard: ReadonlyMap<string, string>,
): ReturnType<typeof notAllowed> | undefined {
  if (name === recordLabel) return notAllowed(`no ${recordLabel}, which ecr-ship sets itself`);
  const commit = standard.get(revisionLabel);
  if (name !== revisionLabel || value === commit) return undefined;
  return notAllowed(
    commit === undefined
      ? `no ${revisionLabel} where it is not certain which commit is built, not ${quote(value)}`
      : `as ${revisionLabel} the commit that is built, ${commit}, not ${quote(value)}`,
  );
}

/**
 * The labels that every image gets; what is not known is left out. If the files come from somewhere else, the
 * workflow's repository gives neither the source nor the license.
 * Source: OCI image specification, annotations.md, "Pre-Defined Annotation Keys".
 * @param version the first of the image's tags
 * @param createdAt milliseconds since 1970
 */
export function standardLabels(
  { repository, commit, elsewhere }: Source,
  version: string | undefined,
  createdAt: number,
): ReadonlyMap<string, string> {
  const labels: Readonly<Record<string, string | undefined>> = {
    title: repository.name,
    description: repository.description,
    url: repository.url,
    source: elsewhere ?? repository.url,
    version,
    created: new Date(createdAt).toISOString(),
    revision: commit,
    licenses: elsewhere === undefined ? repository.license : undefined,
  };
  const known = Object.entries(labels).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return new Map(known.map(([name, value]) => [`${prefix}${name}`, value]));
}

/**
 * Merges the standard labels with the user's own, which win; each is `name=value`, sorted by name. Expressions in
 * values are evaluated.
 */
export function withOwn(
  standard: ReadonlyMap<string, string>,
  own: readonly string[],
  scope: Scope,
): Parsed<string[]> {
  const all = new Map(standard);
  for (const line of own) {
    const equals = line.indexOf('=');
    const value = evaluate(line.slice(equals + 1), scope);
    if (!value.ok) return notAllowed(`in ${quote(line)} ${value.allowed}`);
    const name = line.slice(0, equals);
    const refusal = refusalOf(name, value.value, standard);
    if (refusal !== undefined) return refusal;
    all.set(name, value.value);
  }
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return ok(sorted.map(([name, value]) => `${name}=${value}`));
}
