import type { InputName } from '../types/inputs.ts';
import type { Row } from './row.ts';
import { jobInputs } from './table/job.ts';
import { registryInputs } from './table/registry.ts';
import { tagsInputs } from './table/tags.ts';
import { buildInputs } from './table/build.ts';
import { policyInputs } from './table/policy.ts';
import { reportsInputs } from './table/reports.ts';

/** The inputs by topic, one file each, in the order in which they are documented. */
export const inputGroups = {
  job: jobInputs,
  registry: registryInputs,
  tags: tagsInputs,
  build: buildInputs,
  policy: policyInputs,
  reports: reportsInputs,
};

/** Every input. The parser, `action.yml` and docs/reference/inputs.md follow this table, and a test checks that. */
export const inputTable = {
  ...inputGroups.job,
  ...inputGroups.registry,
  ...inputGroups.tags,
  ...inputGroups.build,
  ...inputGroups.policy,
  ...inputGroups.reports,
} as const satisfies Readonly<Record<InputName, Row<unknown>>>;

/** What an input's parser gives. */
export type ValueOf<N extends InputName> = (typeof inputTable)[N] extends Row<infer T> ? T : never;

export const inputNames = Object.keys(inputTable) as InputName[];

/** What each input is if it is not given. */
export const inputDefaults = Object.fromEntries(
  inputNames.map((name) => [name, inputTable[name].default]),
) as Readonly<Record<InputName, string>>;
