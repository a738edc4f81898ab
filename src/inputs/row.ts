import type { Mode } from '../types/inputs.ts';
import { ok, type BadItem, type Parsed } from './parsed.ts';

/** A value, what would be allowed, or every entry of a list that is not allowed. */
export type Outcome<T> = Parsed<T> | { readonly ok: false; readonly bad: readonly BadItem[] };

/** Everything there is to say about one input. */
export interface Row<T> {
  /** What an empty text stands for; '' if the input has no default. */
  readonly default: string;
  /** The modes in which it has no effect, which the log then says. */
  readonly idleIn?: readonly Mode[];
  /** The modes that have it, if not all do; giving it in another mode is an error. */
  readonly modes?: readonly Mode[];
  /** Whether its value is never shown, not even in an error. */
  readonly isSecret?: boolean;
  readonly parse: (text: string) => Outcome<T>;
  /** For `action.yml` and docs/reference/inputs.md, in Markdown. */
  readonly doc: string;
}

/** The modes that build. */
export const making = ['ship', 'build', 'plan'] as const;
/** The modes that handle an image. */
export const imaging = ['ship', 'build', 'publish', 'plan'] as const;

/** Keeps the type that a row's parser returns. */
export function row<T>(one: Row<T>): Row<T> {
  return one;
}

/** Makes a parser that gives undefined for an empty text. */
export function optional<T>(parse: (text: string) => Parsed<T>): (text: string) => Parsed<T | undefined> {
  return (text) => (text === '' ? ok(undefined) : parse(text));
}
