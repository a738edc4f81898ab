import { evaluate, type Scope } from '../inputs/expressions.ts';
import { notAllowed, ok, quote, type Parsed } from '../inputs/parsed.ts';
import { refusalOf } from './labels.ts';

/** Where in an image an annotation goes, as buildx names it; with a platform in brackets, for that one only. */
type Level = string;

/** A level, or several separated by commas. Source: docker/buildx, util/buildflags/export.go, ParseAnnotations. */
const levels =
  /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?)*):(.*)$/s;

/** What annotations depend on besides their lines. */
interface AnnotationSetting {
  readonly scope: Scope;
  /** The levels of annotations that name none. */
  readonly levels: readonly Level[];
  /** Whether the image has an index, because it has several platforms. */
  readonly hasIndex: boolean;
}

/** Annotations, and those of the user's that have no place to go. */
interface Annotations {
  /** `name=value`, or `level:name=value`, sorted by name. */
  readonly lines: readonly string[];
  readonly homeless: readonly string[];
}

/**
 * Merges the standard annotations with the user's own. One with a level replaces the standard one only at that level.
 * If the image has no index, annotations for an index are dropped. Expressions in values are evaluated.
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

/**
 * One line for each value. It needs no level if it goes exactly where the builder puts those without one
 * (docker/command.ts).
 */
function linesOf(name: string, at: ReadonlyMap<Level, string>, hasIndex: boolean): string[] {
  const builders = hasIndex ? 'index,manifest' : 'manifest';
  return [...new Set(at.values())].map((value) => {
    const places = [...at].flatMap(([level, its]) => (its === value ? [level] : []));
    const where = places.toSorted().join(',');
    return where === builders ? `${name}=${value}` : `${where}:${name}=${value}`;
  });
}
