import type { TagKind, VersionClaim } from '../../types/plan.ts';
import { ok, type Parsed } from '../../inputs/parsed.ts';

/** What a rule gives for one event, before prefix and suffix. */
export type Given =
  | {
      readonly value: string;
      readonly kind: TagKind;
      /** Whether `latest` goes with it, where the flavor leaves that to the rules. */
      readonly latest: boolean;
      /** The version in it, which says whether a name that moves would move backwards. */
      readonly version?: GivenVersion;
      readonly why: string;
      /** What the person may not know of the name, in sentences. */
      readonly notice?: string;
    }
  | { readonly value: undefined; readonly why: string; readonly isSurprise: boolean };

/** A version, and what of it the name that holds it stands for. */
export interface GivenVersion extends Pick<VersionClaim, 'version' | 'within'> {
  /** What the rule would give if it gave the whole version. */
  readonly whole: string;
}

/** No name, for a reason that the person knows of. */
export function nothing(why: string): Parsed<Given> {
  return ok({ value: undefined, why, isSurprise: false });
}

/** No name, where the person has reason to expect one. */
export function surprise(why: string): Parsed<Given> {
  return ok({ value: undefined, why, isSurprise: true });
}
