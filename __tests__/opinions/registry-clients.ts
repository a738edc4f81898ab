import { join } from 'node:path';
import { output, type Run } from './tools.ts';

/** Somebody's client of registries: the arguments of what everybody does with one. */
export interface RegistryClient {
  readonly name: string;
  /** Where it keeps logins: a folder of its own. */
  readonly env: (folder: string) => Readonly<Record<string, string>>;
  /** What is said once before a login. */
  readonly prepare?: (host: string) => readonly string[];
  readonly login: (host: string, username: string, password: string) => readonly string[];
  /** An OCI image layout, of which `all` is the image, to a reference of the registry, and back. */
  readonly push: (layout: string, reference: string) => readonly string[];
  readonly pull: (reference: string, layout: string) => readonly string[];
  readonly copy: (from: string, to: string) => readonly string[];
  readonly tags: (repository: string) => readonly string[];
  /** Makes names of what `tags` prints; one per line by default. */
  readonly tagsIn?: (text: string) => string[];
  readonly digest: (reference: string) => readonly string[];
  readonly manifest: (reference: string) => readonly string[];
  readonly remove: (reference: string) => readonly string[];
  /** Attaches a file to an image, and lists what is attached to it. */
  readonly referrers?: {
    readonly attach: (reference: string, file: string) => readonly string[];
    readonly list: (reference: string) => readonly string[];
  };
}

export const artifactType = 'application/vnd.ecr-ship.opinion';

const crane: RegistryClient = {
  name: 'crane',
  env: (folder) => ({ HOME: folder, DOCKER_CONFIG: folder }),
  login: (host, username, password) => ['auth', 'login', host, '-u', username, '-p', password],
  push: (layout, reference) => ['push', layout, reference],
  pull: (reference, layout) => ['pull', '--format=oci', reference, layout],
  copy: (from, to) => ['copy', from, to],
  tags: (repository) => ['ls', repository],
  digest: (reference) => ['digest', reference],
  manifest: (reference) => ['manifest', reference],
  remove: (reference) => ['delete', reference],
};

const regctl: RegistryClient = {
  name: 'regctl',
  env: (folder) => ({ HOME: folder, REGCTL_CONFIG: join(folder, 'regctl.json') }),
  prepare: (host) => ['registry', 'set', '--tls', 'disabled', '--skip-check', host],
  login: (host, username, password) => ['registry', 'login', host, '-u', username, '-p', password],
  push: (layout, reference) => ['image', 'copy', `ocidir://${layout}:all`, reference],
  pull: (reference, layout) => ['image', 'copy', reference, `ocidir://${layout}:all`],
  copy: (from, to) => ['image', 'copy', from, to],
  tags: (repository) => ['tag', 'ls', repository],
  digest: (reference) => ['image', 'digest', reference],
  manifest: (reference) => ['manifest', 'get', '--format', 'raw-body', reference],
  remove: (reference) => ['manifest', 'delete', reference],
  referrers: {
    attach: (reference, file) => [
      'artifact',
      'put',
      '--artifact-type',
      artifactType,
      '--subject',
      reference,
      '--file',
      file,
    ],
    list: (reference) => ['artifact', 'list', '--format', '{{ jsonPretty . }}', reference],
  },
};

const plain = '--plain-http';
const oras: RegistryClient = {
  name: 'oras',
  env: (folder) => ({ HOME: folder, DOCKER_CONFIG: folder }),
  login: (host, username, password) => ['login', plain, host, '-u', username, '-p', password],
  push: (layout, reference) => ['cp', '--from-oci-layout', '--to-plain-http', `${layout}:all`, reference],
  pull: (reference, layout) => ['cp', '--from-plain-http', '--to-oci-layout', reference, `${layout}:all`],
  copy: (from, to) => ['cp', '--from-plain-http', '--to-plain-http', from, to],
  tags: (repository) => ['repo', 'tags', plain, repository],
  digest: (reference) => ['resolve', plain, reference],
  manifest: (reference) => ['manifest', 'fetch', plain, reference],
  remove: (reference) => ['manifest', 'delete', '--force', plain, reference],
  referrers: {
    attach: (reference, file) => [
      'attach',
      plain,
      '--disable-path-validation',
      '--artifact-type',
      artifactType,
      reference,
      `${file}:text/plain`,
    ],
    list: (reference) => ['discover', plain, '--format', 'json', reference],
  },
};

const skopeo: RegistryClient = {
  name: 'skopeo',
  env: (folder) => ({ HOME: folder, REGISTRY_AUTH_FILE: join(folder, 'auth.json') }),
  login: (host, username, password) => ['login', '--tls-verify=false', '-u', username, '-p', password, host],
  push: (layout, reference) => [
    '--insecure-policy',
    'copy',
    '--all',
    '--dest-tls-verify=false',
    `oci:${layout}:all`,
    `docker://${reference}`,
  ],
  pull: (reference, layout) => [
    '--insecure-policy',
    'copy',
    '--all',
    '--src-tls-verify=false',
    `docker://${reference}`,
    `oci:${layout}:all`,
  ],
  copy: (from, to) => [
    '--insecure-policy',
    'copy',
    '--all',
    '--src-tls-verify=false',
    '--dest-tls-verify=false',
    `docker://${from}`,
    `docker://${to}`,
  ],
  tags: (repository) => ['list-tags', '--tls-verify=false', `docker://${repository}`],
  tagsIn: (text) => (JSON.parse(text) as { Tags: string[] }).Tags,
  digest: (reference) => [
    'inspect',
    '--tls-verify=false',
    '--format',
    '{{.Digest}}',
    `docker://${reference}`,
  ],
  manifest: (reference) => ['inspect', '--tls-verify=false', '--raw', `docker://${reference}`],
  remove: (reference) => ['delete', '--tls-verify=false', `docker://${reference}`],
};

export const registryClients: readonly RegistryClient[] = [crane, regctl, oras, skopeo];

/** The tags that a client lists. */
export async function tagsBy(client: RegistryClient, repository: string, run: Run): Promise<string[]> {
  const text = await output(client.name, client.tags(repository), run);
  const lines = (all: string) => all.split('\n').filter(Boolean);
  return (client.tagsIn ?? lines)(text).sort();
}
