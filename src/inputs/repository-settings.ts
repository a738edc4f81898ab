import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import {
  lifecyclePolicyFor,
  plainSettings,
  type CatalogData,
  type RepositorySettings,
} from '../types/repository-settings.ts';
import { openYaml, type YamlProblem, type YamlReader } from './yaml-reader.ts';

const keys = [
  'mutability',
  'exclusion-filters',
  'encryption',
  'kms-key',
  'lifecycle',
  'policy',
  'tags',
  'catalog',
];

/** Parses `repository-settings`. Reports all problems together. */
export function parseRepositorySettings(text: string): {
  readonly settings: RepositorySettings;
  readonly problems: readonly YamlProblem[];
} {
  const yaml = openYaml(text);
  const { root, problems } = yaml;
  if (root === null || (isScalar(root) && root.value === null)) return { settings: plainSettings, problems };
  if (!isMap(root)) {
    yaml.report(root, `the settings have to be a mapping with ${keys.join(', ')}`);
    return { settings: plainSettings, problems };
  }
  yaml.requireKeys(root, keys);
  const settings: RepositorySettings = {
    mutability: mutabilityIn(root, yaml),
    exclusionFilters: filtersIn(root, yaml),
    encryption: encryptionIn(root, yaml),
    lifecyclePolicy: lifecycleIn(root, yaml),
    policy: policyIn(root, yaml),
    tags: tagsIn(root, yaml),
    catalog: catalogIn(root, yaml),
  };
  return { settings, problems };
}

/** Also accepts ECR's own words; their exclusions are in the filters. */
function mutabilityIn(root: YAMLMap, yaml: YamlReader): RepositorySettings['mutability'] {
  const word = (yaml.text(root, 'mutability') ?? 'mutable').toLowerCase().replace(/_with_exclusion$/, '');
  if (word === 'mutable' || word === 'immutable') return word;
  yaml.report(root.get('mutability', true), 'mutability has to be mutable or immutable');
  return 'mutable';
}

/** Source: ECR API reference, ImageTagMutabilityExclusionFilter and PutImageTagMutability. */
const filter = /^[0-9a-zA-Z._*-]{1,128}$/;
const mostFilters = 5;

function filtersIn(root: YAMLMap, yaml: YamlReader): string[] {
  const node: unknown = root.get('exclusion-filters', true);
  if (node === undefined) return [];
  const items = isSeq(node) ? node.items : [node];
  if (items.length > mostFilters)
    yaml.report(node, `exclusion-filters can have ${String(mostFilters)} entries at most`);
  return items.flatMap((item) => {
    const value: unknown = isScalar(item) ? item.value : undefined;
    if (typeof value === 'string' && filter.test(value)) return [value];
    yaml.report(
      item,
      'an exclusion filter has 1 to 128 letters, digits and . _ - *, in quotes where it begins with *',
    );
    return [];
  });
}

const encryptions: Readonly<Record<string, 'AES256' | 'KMS' | 'KMS_DSSE'>> = {
  aes256: 'AES256',
  kms: 'KMS',
  'kms-dsse': 'KMS_DSSE',
  kms_dsse: 'KMS_DSSE',
};

function encryptionIn(root: YAMLMap, yaml: YamlReader): RepositorySettings['encryption'] {
  const word = yaml.text(root, 'encryption')?.toLowerCase();
  const key = yaml.text(root, 'kms-key');
  if (word === undefined && key === undefined) return undefined;
  const type = encryptions[word ?? 'kms'];
  if (type === undefined) {
    yaml.report(root.get('encryption', true), 'encryption has to be aes256, kms or kms-dsse');
    return undefined;
  }
  if (type === 'AES256' && key !== undefined)
    yaml.report(root.get('kms-key', true), 'kms-key needs encryption: kms or kms-dsse');
  return { type, ...(key !== undefined && { key }) };
}

/** As two numbers, or in ECR's own form, as JSON or YAML. */
function lifecycleIn(root: YAMLMap, yaml: YamlReader): string | undefined {
  const node: unknown = root.get('lifecycle', true);
  if (!isMap(node) || node.has('rules')) return documentIn(root, 'lifecycle', 'rules', yaml);
  yaml.requireKeys(node, ['keep', 'untagged-days', 'rules']);
  const keep = yaml.wholeNumber(node, 'keep', 1, 100_000);
  return lifecyclePolicyFor(keep, yaml.wholeNumber(node, 'untagged-days', 1, 3650));
}

function policyIn(root: YAMLMap, yaml: YamlReader): string | undefined {
  return documentIn(root, 'policy', 'Statement', yaml);
}

/** A JSON document, written as text or as YAML; it must have `member`. */
function documentIn(root: YAMLMap, key: string, member: string, yaml: YamlReader): string | undefined {
  const node: unknown = root.get(key, true);
  if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
  const value: unknown = isMap(node)
    ? node.toJSON()
    : isScalar(node)
      ? parsedJson(String(node.value))
      : undefined;
  if (typeof value === 'object' && value !== null && member in value) return JSON.stringify(value);
  yaml.report(node, `${key} has to be a JSON object with ${member}`);
  return undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const catalogKeys = ['description', 'about', 'usage', 'architectures', 'operating-systems'];

/** Source: ECR Public API reference, RepositoryCatalogDataInput. */
const longestTexts = { description: 1024, about: 25_600, usage: 25_600 } as const;

/**
 * The badges that the gallery shows; it ignores other words. Source: ECR Public API reference,
 * RepositoryCatalogDataInput.
 */
const badges = {
  architectures: ['ARM', 'ARM 64', 'x86', 'x86-64'],
  'operating-systems': ['Linux', 'Windows'],
} as const;

function catalogIn(root: YAMLMap, yaml: YamlReader): CatalogData | undefined {
  const map = yaml.map(root, 'catalog');
  if (map === undefined) return undefined;
  yaml.requireKeys(map, catalogKeys);
  const text = (key: keyof typeof longestTexts) => {
    const value = yaml.text(map, key);
    const most = longestTexts[key];
    if (value !== undefined && value.length > most)
      yaml.report(map.get(key, true), `${key} can have ${most.toLocaleString('en')} characters at most`);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...text('description'),
    ...text('about'),
    ...text('usage'),
    architectures: badgesIn(map, 'architectures', yaml),
    operatingSystems: badgesIn(map, 'operating-systems', yaml),
  };
}

function badgesIn(map: YAMLMap, key: keyof typeof badges, yaml: YamlReader): string[] {
  const node: unknown = map.get(key, true);
  if (node === undefined) return [];
  const known: readonly string[] = badges[key];
  return (isSeq(node) ? node.items : [node]).flatMap((item) => {
    const given = isScalar(item) ? String(item.value) : '';
    const badge = known.find((one) => one.toLowerCase() === given.toLowerCase());
    if (badge !== undefined) return [badge];
    yaml.report(item, `${key} can be ${known.join(', ')}`);
    return [];
  });
}

/** 50 tags, with keys of 128 and values of 256 characters. Source: AWS, "Tagging your Amazon ECR resources". */
const mostTags = 50;

function tagsIn(root: YAMLMap, yaml: YamlReader): { readonly key: string; readonly value: string }[] {
  const tags = yaml.map(root, 'tags');
  if (tags === undefined) return [];
  if (tags.items.length > mostTags) yaml.report(tags, `tags can have ${String(mostTags)} entries at most`);
  return tags.items.flatMap(({ key: node }) => {
    const key = isScalar(node) ? String(node.value) : '';
    const value = yaml.text(tags, key) ?? '';
    if (key.length >= 1 && key.length <= 128 && value.length <= 256 && !key.startsWith('aws:'))
      return [{ key, value }];
    yaml.report(
      node,
      "a tag's key has 1 to 128 characters and does not begin with aws:, its value 256 at most",
    );
    return [];
  });
}
