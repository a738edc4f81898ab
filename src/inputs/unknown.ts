import { nearestWord } from '../types/nearest.ts';
import type { InputName } from '../types/inputs.ts';
import { quote } from './parsed.ts';
import { inputNames } from './table.ts';

/** Names under which other actions have our inputs. */
const otherNames: Readonly<Record<string, InputName>> = {
  tag: 'tags',
  image: 'repository',
  images: 'repository',
  'image-name': 'repository',
  repo: 'repository',
  'ecr-repository': 'repository',
  registry: 'repository',
  registries: 'registry-id',
  'registry-auth': 'registry-logins',
  account: 'registry-id',
  'account-id': 'registry-id',
  'aws-account-id': 'registry-id',
  region: 'aws-region',
  dockerfile: 'file',
  'dockerfile-path': 'file',
  'docker-file': 'file',
  path: 'context',
  'context-path': 'context',
  'working-directory': 'context',
  'build-arg': 'build-args',
  args: 'build-args',
  'docker-build-args': 'build-args',
  'extra-build-args': 'build-args',
  'tag-latest': 'flavor',
  'image-tag': 'tags',
  'image-tags': 'tags',
  platform: 'platforms',
  'dry-run': 'mode',
  severity: 'fail-on',
  'fail-on-severity': 'fail-on',
  'ignore-unfixed': 'only-fixable',
  'ignore-list': 'exceptions',
  ignore: 'exceptions',
  timeout: 'scan-timeout',
  'role-duration-seconds': 'role-duration',
  role: 'role-to-assume',
  'role-arn': 'role-to-assume',
  'assume-role': 'role-to-assume',
  'create-repo': 'create-repository',
  immutable: 'repository-settings',
  token: 'github-token',
};

/**
 * Inputs of the actions that this one replaces which it does not have, and what to use instead.
 * Source: action.yml of docker/build-push-action, docker/metadata-action, aws-actions/amazon-ecr-login and
 * aws-actions/configure-aws-credentials.
 */
const instead: Readonly<Record<string, string>> = {
  load: 'the image is pulled by the output image, uri@digest',
  outputs: 'the image goes to the repository; other formats are for docker/build-push-action',
  'sep-tags': 'the output tags has one per line',
  'sep-labels': 'labels are set on the image, and are not an output',
  'sep-annotations': 'annotations are set on the image, and are not an output',
  'bake-target': 'this action does not bake',
  'skip-logout': 'login: step leaves no login, login: job leaves one until the job ends',
  'mask-password': 'the password is always masked',
  'http-proxy': 'set HTTPS_PROXY in env',
  'role-chaining':
    'leave it out: credentials of the job are used where it has no OIDC token, or the role refuses that',
  'aws-access-key-id': 'use role-to-assume, or run aws-actions/configure-aws-credentials before this step',
  'aws-secret-access-key':
    'use role-to-assume, or run aws-actions/configure-aws-credentials before this step',
  'aws-session-token': 'use role-to-assume, or run aws-actions/configure-aws-credentials before this step',
  username: 'no user name is needed; AWS credentials are',
  password: 'no password is needed; AWS credentials are',
};

/**
 * A sentence for each given input that this action does not have. The runner passes them on all the same.
 * @param given the names of all inputs that were given, in any case, with underscores or hyphens
 */
export function unknownInputs(given: readonly string[]): string[] {
  const names = [...new Set(given.map((name) => name.toLowerCase()))].toSorted();
  return names
    .filter((name) => !isKnown(name))
    .map((name) => `There is no input ${quote(name)}${hint(name)}`);
}

function hint(given: string): string {
  const name = given.replace(/[_.\s]+/g, '-');
  const other = isKnown(name) ? name : Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  if (other !== undefined) return `; did you mean ${other}?`;
  if (Object.hasOwn(instead, name)) return `: ${instead[name] ?? ''}.`;
  const nearest = nearestWord(name, inputNames, Math.max(2, Math.floor(name.length / 4)));
  return nearest === undefined ? ', and it is not used.' : `; did you mean ${nearest}?`;
}

function isKnown(name: string): boolean {
  return (inputNames as readonly string[]).includes(name);
}

/** The inputs of other actions that have a sentence here; a test checks that none of them has become ours. */
export const foreignInputs = [...Object.keys(otherNames), ...Object.keys(instead)];
