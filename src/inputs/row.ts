import type { Mode } from '../types/inputs.ts';
import { ok, type BadItem, type Parsed } from './parsed.ts';

/** A value, what would be allowed, or of a list every entry that is not. */
export type Outcome<T> = Parsed<T> | { readonly ok: false; readonly bad: readonly BadItem[] };

/** Everything there is to say of one input. */
export interface Row<T> {
  /** What an empty text means; an empty default has no text. */
  readonly default: string;
  /** The modes in which it means nothing, which is said. */
  readonly idleIn?: readonly Mode[];
  /** The modes that know it, where not all do: to give it in another one is a mistake. */
  readonly modes?: readonly Mode[];
  /** Whether what it holds is never shown, not even in an error. */
  readonly isSecret?: boolean;
  readonly parse: (text: string) => Outcome<T>;
  /** For `action.yml` and docs/reference/inputs.md, in Markdown. */
  readonly doc: string;
}

/** The modes that build. */
export const making = ['ship', 'build', 'plan'] as const;
/** The modes that are about an image. */
export const imaging = ['ship', 'build', 'publish', 'plan'] as const;

/** Keeps the type of what a row's parser gives. */
export function row<T>(one: Row<T>): Row<T> {
  return one;
}

/** What nothing is given for is undefined. */
export function optional<T>(parse: (text: string) => Parsed<T>): (text: string) => Parsed<T | undefined> {
  return (text) => (text === '' ? ok(undefined) : parse(text));
}
