import { evaluate, type Scope } from '../inputs/expressions.ts';
import { notAllowed, ok, quote, type Parsed } from '../inputs/parsed.ts';
import { refusalOf } from './labels.ts';

/** Where in an image an annotation stands, as buildx takes it; of one platform alone with its name in brackets. */
export type Level = string;

/** A level, or several between commas. Source: docker/buildx, util/buildflags/export.go, ParseAnnotations. */
const levels =
  /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?)*):(.*)$/s;

/** What annotations depend on, beside their lines. */
export interface AnnotationSetting {
  readonly scope: Scope;
  /** Where those without a level go. */
  readonly levels: readonly Level[];
  /** Whether the image has an index, because it has several platforms. */
  readonly hasIndex: boolean;
}

/** Annotations, and those of the person's own that have no place to go. */
export interface Annotations {
  /** `name=value`, or `level:name=value`, sorted by name. */
  readonly lines: readonly string[];
  readonly homeless: readonly string[];
}

/**
 * The standard annotations and the person's own. One with a level wins at that level and leaves the others alone; of an
 * image without an index, what is meant for an index goes nowhere. Expressions in values are evaluated.
 */
export function withOwnAnnotations(
  standard: ReadonlyMap<string, string>,
  own: readonly string[],
  { scope, levels: usual, hasIndex }: AnnotationSetting,
): Parsed<Annotations> {
  const byName = new Map<string, Map<Level, string>>();
  const set = (name: string, at: readonly Level[], value: string) => {
    const known = byName.get(name) ?? new Map<Level, string>();
    for (const level of at) known.set(level, value);
    byName.set(name, known);
  };
  const hasPlace = (level: Level) => hasIndex || !level.startsWith('index');
  for (const [name, value] of standard) set(name, usual.filter(hasPlace), value);
  const homeless: string[] = [];
  for (const line of own) {
    const [, given, rest = line] = levels.exec(line) ?? [];
    const equals = rest.indexOf('=');
    const value = evaluate(rest.slice(equals + 1), scope);
    if (!value.ok) return notAllowed(`in ${quote(line)} ${value.allowed}`);
    const name = rest.slice(0, equals);
    const refusal = refusalOf(name, value.value, standard);
    if (refusal !== undefined) return refusal;
    const at = given?.split(',') ?? usual;
    if (given !== undefined && !at.every(hasPlace)) homeless.push(line);
    set(name, at.filter(hasPlace), value.value);
  }
  const names = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ok({ lines: names.flatMap(([name, at]) => linesOf(name, at, hasIndex)), homeless });
}

/** A line for each value: without a level where it stands at all that the builder gives one without (docker/command.ts). */
function linesOf(name: string, at: ReadonlyMap<Level, string>, hasIndex: boolean): string[] {
  const builders = hasIndex ? 'index,manifest' : 'manifest';
  return [...new Set(at.values())].map((value) => {
    const places = [...at].flatMap(([level, its]) => (its === value ? [level] : []));
    const where = places.toSorted().join(',');
    return where === builders ? `${name}=${value}` : `${where}:${name}=${value}`;
  });
}
