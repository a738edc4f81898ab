import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Docker, DockerResult } from '../../src/ports.ts';
import type { DockerLogin } from '../../src/types/credentials.ts';

/** A docker whose builds are made up, and whose pushes and pulls are the registry's own HTTP requests. */
export interface PushingDocker {
  readonly docker: Docker;
  /** Receives every login that the run gives docker. */
  readonly addLogins: (logins: readonly DockerLogin[]) => void;
}

export interface PushingDockerOptions {
  /** Answers `docker info` and `docker buildx inspect`. */
  readonly about: Docker;
  /** An image that a build pulls first: `host/repository:tag`. */
  readonly base?: string;
}

const types = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};

interface Blob {
  readonly mediaType: string;
  readonly digest: string;
  readonly bytes: Buffer;
}

/** An image as docker makes one, with the labels of its build. */
interface Image {
  readonly blobs: readonly Blob[];
  readonly manifest: Blob;
}

/** The requests of a push, in order. Sources: docker, distribution/push_v2.go; containerd, remotes/docker/pusher.go. */
export function pushingDocker({ about, base }: PushingDockerOptions): PushingDocker {
  const logins = new Map<string, string>();
  let built: Image | undefined;
  let pushed = '';
  const build = async (args: readonly string[]) => {
    if (base !== undefined) await pull(base, logins);
    const after = (flag: string) => args.filter((_, at) => args[at - 1] === flag);
    built = imageWith(after('--label'), after('--platform')[0] ?? 'linux/amd64');
    const output = args.find((one) => one.includes('push=true')) ?? '';
    const uri = /name=([^,]+)/.exec(output)?.[1];
    if (uri === undefined) return;
    await push(built, uri, built.manifest.digest, logins);
    pushed = built.manifest.digest;
  };
  const run = async (args: readonly string[]): Promise<string> => {
    if (args.includes('build')) await build(args);
    if (args[0] !== 'push') return '';
    const [, uri = '', tag = ''] = /^(.+):([^:/]+)$/.exec(args[1] ?? '') ?? [];
    if (built === undefined) throw new Error('nothing was built');
    await push(built, uri, tag, logins);
    return `${tag}: digest: ${built.manifest.digest} size: ${String(built.manifest.bytes.length)}`;
  };
  return {
    addLogins: (given) => given.forEach(({ host, basic }) => logins.set(host, basic)),
    docker: {
      run: (args, options) =>
        args[0] === 'info' || args[1] === 'inspect'
          ? about.run(args, options)
          : run(args).then(
              (stdout): DockerResult => ({ exitCode: 0, stdout, stderr: '' }),
              (error: unknown) => ({ exitCode: 1, stdout: '', stderr: `${(error as Error).message}\n` }),
            ),
      withOutputFile: (use) =>
        use('metadata.json', () => Promise.resolve(JSON.stringify({ 'containerimage.digest': pushed }))),
    },
  };
}

function imageWith(labels: readonly string[], platform: string): Image {
  const [os, architecture] = platform.split('/');
  const Labels = Object.fromEntries(
    labels.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  );
  const layer = blob(types.layer, gzipSync(`a layer for ${platform}`));
  const config = json(types.config, {
    os,
    architecture,
    config: { Labels },
    rootfs: { type: 'layers', diff_ids: [layer.digest] },
  });
  const reference = ({ mediaType, digest, bytes }: Blob) => ({ mediaType, digest, size: bytes.length });
  const manifest = json(types.manifest, {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: reference(config),
    layers: [reference(layer)],
  });
  return { blobs: [config, layer], manifest };
}

function json(mediaType: string, value: object): Blob {
  return blob(mediaType, Buffer.from(JSON.stringify(value)));
}

function blob(mediaType: string, bytes: Buffer): Blob {
  return { mediaType, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes };
}

type Logins = ReadonlyMap<string, string>;

async function push(
  { blobs, manifest }: Image,
  uri: string,
  reference: string,
  logins: Logins,
): Promise<void> {
  const at = repositoryAt(uri, logins);
  for (const { digest, bytes } of blobs) {
    const { status } = await at('HEAD', `/blobs/${digest}`);
    if (status === 200) continue;
    const { location } = await at('POST', '/blobs/uploads/');
    const next = await at('PATCH', location, 'application/octet-stream', bytes);
    await at('PUT', `${next.location}${next.location.includes('?') ? '&' : '?'}digest=${digest}`);
  }
  await at('HEAD', `/manifests/${reference}`);
  await at('PUT', `/manifests/${reference}`, manifest.mediaType, manifest.bytes);
}

/** Source: containerd, remotes/docker/fetcher.go. */
async function pull(name: string, logins: Logins): Promise<void> {
  const [, uri = '', tag = ''] = /^(.+):([^:/]+)$/.exec(name) ?? [];
  const at = repositoryAt(uri, logins);
  await at('HEAD', `/manifests/${tag}`);
  const { body } = await at('GET', `/manifests/${tag}`);
  const { config, layers } = JSON.parse(body) as Record<'config', Named> & Record<'layers', Named[]>;
  for (const { digest } of [config, ...layers]) await at('GET', `/blobs/${digest}`);
}

interface Named {
  readonly digest: string;
}

interface Refused {
  readonly errors?: readonly { readonly message: string }[];
}

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

type Ask = (method: string, path: string, type?: string, body?: Buffer) => Promise<Answer>;

/** Sends requests about one repository; a refusal is an error in docker's words, with the registry's if it has any. */
function repositoryAt(uri: string, logins: Logins): Ask {
  const slash = uri.indexOf('/');
  const [host, name] = [uri.slice(0, slash), uri.slice(slash + 1)];
  const basic = logins.get(host) ?? '';
  let authorization = `Basic ${basic}`;
  const once = (method: string, path: string, type: string, body?: Buffer) => {
    const url = path.startsWith('/v2/') || path.startsWith('http') ? path : `/v2/${name}${path}`;
    return fetch(new URL(url, `http://${host}`), {
      method,
      headers: {
        authorization,
        ...(method === 'HEAD' || method === 'GET' ? { accept: types.manifest } : { 'content-type': type }),
      },
      ...(body !== undefined && { body: new Uint8Array(body) }),
    });
  };
  return async (method, path, type = types.manifest, body) => {
    let answer = await once(method, path, type, body);
    if (answer.status === 401) {
      authorization = `Bearer ${await tokenFor(answer.headers.get('www-authenticate') ?? '', basic)}`;
      answer = await once(method, path, type, body);
    }
    const text = await answer.text();
    const { status } = answer;
    if (status >= 400 && !(method === 'HEAD' && status === 404)) {
      const { errors: [said] = [] } = (/^\{/.test(text) ? JSON.parse(text) : {}) as Refused;
      throw new Error(
        said === undefined
          ? `unexpected status from ${method} request to ${answer.url}: ${String(status)} ${answer.statusText}`
          : `denied: ${said.message}`,
      );
    }
    return { status, location: answer.headers.get('location') ?? '', body: text };
  };
}

/** Source: distribution, docs/spec/auth/token.md. */
async function tokenFor(challenge: string, basic: string): Promise<string> {
  const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const url = new URL(of('realm'));
  url.searchParams.set('service', of('service'));
  if (of('scope') !== '') url.searchParams.set('scope', of('scope'));
  const answer = await fetch(url, { headers: { authorization: `Basic ${basic}` } });
  const { token } = (await answer.json()) as { token?: string };
  return token ?? '';
}
