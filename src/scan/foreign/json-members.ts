import { isObject, type Json, type JsonObject } from '../../types/json.ts';

/** An own member of a value; undefined if the value is not an object or has no such member. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The value at the end of a path of members. */
export function memberAt(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(memberOf, value);
}

/** The objects in a list; empty if it is not a list. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** A string cut to `most` characters; undefined if it is not a string, or blank. */
export function wordOf(value: Json | undefined, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.slice(0, most).trim();
  return text === '' ? undefined : text;
}

/** A whole number, 0 or more. */
export function positionOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
