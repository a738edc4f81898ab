import { isObject, type Json, type JsonObject } from '../../types/json.ts';

/** A member of what may be an object; undefined where it is none, or has no such member of its own. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** What stands at the end of a path of members. */
export function memberAt(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(memberOf, value);
}

/** The objects of a list; nothing where it is no list. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** A text of at most so many characters; undefined where it is no text, or a blank one. */
export function wordOf(value: Json | undefined, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.slice(0, most).trim();
  return text === '' ? undefined : text;
}

/** A whole number from 0 on. */
export function positionOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
