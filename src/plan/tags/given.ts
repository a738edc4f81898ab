import type { TagKind, VersionClaim } from '../../types/plan.ts';
import type { Flavor, Search } from '../../types/rules.ts';
import type { Source } from '../../types/source.ts';
import type { Scope } from '../../inputs/expressions.ts';
import { ok, type Parsed } from '../../inputs/parsed.ts';

/** What all tags depend on, besides the rules. */
export interface Setting {
  readonly flavor: Flavor;
  readonly source: Source;
  readonly scope: Scope;
  readonly search: Search;
}

/** What a rule gives for one event, before prefix and suffix. */
export type Given =
  | {
      readonly value: string;
      readonly kind: TagKind;
      /** Whether `latest` goes with it, if the flavor leaves that to the rules. */
      readonly latest: boolean;
      /** The version in it, which tells whether a moving tag would move backwards. */
      readonly version?: GivenVersion;
      readonly why: string;
      /** What the user may not know about the tag, in sentences. */
      readonly notice?: string;
    }
  | { readonly value: undefined; readonly why: string; readonly isSurprise: boolean };

/** A version, and how much of it the tag stands for. */
export interface GivenVersion extends Pick<VersionClaim, 'version' | 'within'> {
  /** What the rule would give for the whole version. */
  readonly whole: string;
}

/** No tag, for a reason that the user knows. */
export function nothing(why: string): Parsed<Given> {
  return ok({ value: undefined, why, isSurprise: false });
}

/** No tag, although the user has reason to expect one. */
export function surprise(why: string): Parsed<Given> {
  return ok({ value: undefined, why, isSurprise: true });
}
