import type { AccountId, Platform, Region, RepositoryName } from './names.ts';
import type { Policy } from './verdict.ts';

/** What the person wrote in `with:`, by input name; an empty text where nothing was given. */
export type RawInputs = Readonly<Record<InputName, string>>;

/** Every input and its default. `action.yml` says the same, which a test proves. */
export const inputDefaults = {
  repository: '',
  'registry-id': '',
  'aws-region': '',
  tags: 'type=sha',
  context: '.',
  file: '',
  target: '',
  platforms: '',
  'build-args': '',
  labels: '',
  push: 'true',
  scan: 'auto',
  'fail-on': 'critical',
  'only-fixable': 'false',
  'only-new': 'false',
  exceptions: '',
  'on-incomplete-scan': 'fail',
  'scan-timeout': '10m',
  login: 'job',
  summary: 'true',
  'result-file': '',
  'evidence-file': '',
  'sarif-file': '',
} as const;

export type InputName = keyof typeof inputDefaults;

/** A rule that gives one tag. */
export type TagRule =
  | { readonly type: 'raw'; readonly value: string }
  | { readonly type: 'sha'; readonly format: 'short' | 'long'; readonly prefix: string };

/** What to build, as the person asked for it. */
export interface BuildInputs {
  readonly context: string;
  readonly file: string | undefined;
  readonly target: string | undefined;
  readonly platforms: readonly Platform[];
  /** `NAME=value`, or `NAME` alone to take the value from the environment. */
  readonly buildArgs: readonly string[];
  /** `name=value`. */
  readonly labels: readonly string[];
}

/** The inputs, parsed: no text in here has to be looked at again. */
export interface Inputs {
  readonly repository: RepositoryName;
  /** Undefined: the caller's own account. */
  readonly registryId: AccountId | undefined;
  readonly region: Region;
  readonly tagRules: readonly TagRule[];
  readonly build: BuildInputs;
  readonly push: boolean;
  readonly scan: 'auto' | 'off';
  readonly policy: Policy;
  /** Path of the exceptions file; undefined: `defaultExceptionsFile`, if it is there. */
  readonly exceptionsFile: string | undefined;
  readonly scanTimeoutMs: number;
  readonly login: 'job' | 'step';
  readonly summary: boolean;
  readonly resultFile: string | undefined;
  readonly evidenceFile: string | undefined;
  readonly sarifFile: string | undefined;
}
