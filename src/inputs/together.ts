import type { RawInputs } from '../types/inputs.ts';
import type { RegistryType } from '../types/image.ts';
import { settingsWithout } from '../types/repository-settings.ts';
import { placeOf, placeProblems } from './places.ts';
import type { Problem } from './problems.ts';
import { runtimeProblems } from './runtime-problems.ts';
import type { Structured } from './structured.ts';
import type { Values } from './values.ts';

/** Problems of inputs that are valid by themselves, but not together. */
export function problemsTogether(
  raw: RawInputs,
  values: Values,
  structured: Structured,
  ambientRegion: string | undefined,
): Problem[] {
  const { type } = placeOf(values, ambientRegion);
  return [
    ...placeProblems(raw, values, ambientRegion),
    ...fromProblems(raw, values),
    ...orderProblems(raw, values),
    ...runtimeProblems(raw, values, type),
    ...replicationProblems(raw, values, type),
    ...fileProblems(raw),
    ...createProblems(raw, values),
    ...settingProblems(structured, type),
  ];
}

/** `mode: publish` needs to know what to publish. */
function fromProblems(raw: RawInputs, { mode }: Values): Problem[] {
  if (mode !== 'publish' || raw.from !== '') return [];
  const allowed =
    'with mode: publish a digest, several digests (one per line), or a tag, such as sha-0123456';
  return [{ input: 'from', given: raw.from, allowed }];
}

/** Tags can come before the verdict only if the image is already in the registry. */
function orderProblems(raw: RawInputs, { mode, scan }: Values): Problem[] {
  if (scan !== 'after-tags' || mode === 'publish' || mode === undefined) return [];
  const allowed = `auto or off with mode: ${mode}; after-tags is for emergencies, in mode: publish`;
  return [{ input: 'scan', given: raw.scan, allowed }];
}

/** Only a private registry replicates, and only what is pushed. */
function replicationProblems(raw: RawInputs, values: Values, type: RegistryType): Problem[] {
  if (values['wait-for-replication'] === undefined) return [];
  const why =
    type === 'public'
      ? 'for ECR Public, which is one registry for all regions'
      : values.mode !== 'publish' && (values.push === false || values.call === 'check')
        ? 'where nothing is pushed'
        : undefined;
  if (why === undefined) return [];
  return [{ input: 'wait-for-replication', given: raw['wait-for-replication'], allowed: `false ${why}` }];
}

/** Two files with the same path would overwrite each other. */
function fileProblems(raw: RawInputs): Problem[] {
  const files = ['result-file', 'evidence-file', 'sarif-file', 'env-file'] as const;
  return files.flatMap((input, at) => {
    const same = files.slice(0, at).find((other) => raw[input] !== '' && raw[other] === raw[input]);
    return same === undefined
      ? []
      : [{ input, given: raw[input], allowed: `a path of its own; ${same} has this one` }];
  });
}

/** Settings without create-repository are a misunderstanding: an existing repository is never changed. */
function createProblems(raw: RawInputs, values: Values): Problem[] {
  if (raw['repository-settings'] === '' || values['create-repository'] !== false) return [];
  const allowed =
    'nothing without create-repository: true; the settings of a repository that is there are never changed';
  return [{ input: 'repository-settings', given: 'settings', allowed }];
}

/** A setting that the registry does not have would have no effect. */
function settingProblems({ settings }: Structured, type: RegistryType): Problem[] {
  return settingsWithout(settings, type).map((given) => ({
    input: 'repository-settings',
    given,
    isItem: true,
    allowed:
      type === 'public'
        ? 'policy, tags and catalog for a public repository'
        : 'catalog only for a public repository',
  }));
}
