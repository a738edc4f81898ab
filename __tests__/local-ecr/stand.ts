import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { afterEach } from '@jest/globals';
import { startLocalEcr, type LocalEcr, type LocalEcrOptions } from '../../local-ecr/index.ts';

export const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
export const ociIndex = 'application/vnd.oci.image.index.v1+json';
const ociConfig = 'application/vnd.oci.image.config.v1+json';
const ociLayer = 'application/vnd.oci.image.layer.v1.tar+gzip';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** A token's Basic parameter; the stand's own by default, none with `''`. */
  readonly token?: string;
}

export interface Image {
  readonly digest: string;
  readonly body: string;
  readonly config: string;
  readonly layer: string;
}

/** A local ECR with one repository, the real SDK, plain HTTP, and a clock that only the test moves. */
export interface Stand {
  readonly ecr: LocalEcr;
  readonly client: ECRClient;
  /** A client whose requests are signed with another access key. */
  clientAs(accessKeyId: string): ECRClient;
  tokenOf(client: ECRClient): Promise<string>;
  http(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Gets a blob as clients do: by the redirect, without the login. */
  blob(path: string, sent?: Sent): Promise<Answer>;
  upload(blob: string | Buffer, repository?: string): Promise<string>;
  /** Pushes an image of one layer by HTTP; without a tag by digest. */
  push(
    content: string,
    options?: { tag?: string; repository?: string; architecture?: string },
  ): Promise<Image>;
  pushIndex(children: readonly Image[], tag?: string): Promise<{ digest: string; body: string }>;
  pass(ms: number): void;
}

export const start0 = Date.UTC(2026, 0, 2, 3, 4, 5);

export function sha256(bytes: string | Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export function manifestOf(config: string, layer: string, more: object = {}): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: ociManifest,
    config: { mediaType: ociConfig, digest: sha256(config), size: Buffer.byteLength(config) },
    layers: [{ mediaType: ociLayer, digest: sha256(layer), size: Buffer.byteLength(layer) }],
    ...more,
  });
}

/** Starts stands that end with the test that started them. Call once at the top of a test file. */
export function standsOfThisFile(): (options?: LocalEcrOptions) => Promise<Stand> {
  const open: { ecr: LocalEcr; clients: ECRClient[] }[] = [];
  afterEach(async () => {
    for (const { ecr, clients } of open.splice(0)) {
      for (const client of clients) client.destroy();
      await ecr.close();
    }
  });
  return async (options = {}) => {
    let now = start0;
    const ecr = await startLocalEcr({ clock: { now: () => now }, ...options });
    const clients: ECRClient[] = [];
    open.push({ ecr, clients });
    if (options.dataDir === undefined && options.scenario === undefined) ecr.createRepository('team/app');

    const clientAs = (accessKeyId: string) => {
      const client = new ECRClient({
        endpoint: ecr.url,
        region: ecr.region,
        credentials: { accessKeyId, secretAccessKey: 'secret' },
        maxAttempts: 1,
      });
      clients.push(client);
      return client;
    };
    const client = clientAs('TEST');
    const tokenOf = async (of: ECRClient) => {
      const { authorizationData } = await of.send(new GetAuthorizationTokenCommand({}));
      return authorizationData?.[0]?.authorizationToken ?? '';
    };
    let ownToken: string | undefined;
    const http: Stand['http'] = async (method, path, { headers = {}, body, token } = {}) => {
      const basic = token ?? (ownToken ??= await tokenOf(client));
      return send(
        ecr.url + path,
        method,
        { ...headers, ...(basic !== '' && { authorization: `Basic ${basic}` }) },
        body,
      );
    };
    const upload: Stand['upload'] = async (blob, repository = 'team/app') => {
      const digest = sha256(blob);
      const { status, body } = await http('POST', `/v2/${repository}/blobs/uploads/?digest=${digest}`, {
        body: blob,
      });
      if (status !== 201) throw new Error(`upload: ${String(status)} ${body}`);
      return digest;
    };
    const put = async (repository: string, reference: string, type: string, body: string) => {
      const answer = await http('PUT', `/v2/${repository}/manifests/${reference}`, {
        headers: { 'content-type': type },
        body,
      });
      if (answer.status !== 201) throw new Error(`push: ${String(answer.status)} ${answer.body}`);
    };
    return {
      ecr,
      client,
      clientAs,
      tokenOf,
      http,
      async blob(path, sent = {}) {
        const { status, headers } = await http('GET', path, sent);
        if (status !== 307) throw new Error(`GET ${path}: ${String(status)}, and no redirect`);
        return send(headers.location ?? '', 'GET', sent.headers);
      },
      upload,
      async push(content, { tag, repository = 'team/app', architecture = 'amd64' } = {}) {
        const config = JSON.stringify({
          os: 'linux',
          architecture,
          rootfs: { type: 'layers', diff_ids: [] },
        });
        await upload(config, repository);
        await upload(content, repository);
        const body = manifestOf(config, content);
        await put(repository, tag ?? sha256(body), ociManifest, body);
        return { digest: sha256(body), body, config: sha256(config), layer: sha256(content) };
      },
      async pushIndex(children, tag) {
        const body = JSON.stringify({
          schemaVersion: 2,
          mediaType: ociIndex,
          manifests: children.map((child) => ({
            mediaType: ociManifest,
            digest: child.digest,
            size: Buffer.byteLength(child.body),
          })),
        });
        await put('team/app', tag ?? sha256(body), ociIndex, body);
        return { digest: sha256(body), body };
      },
      pass(ms) {
        now += ms;
      },
    };
  };
}

/** One request over a connection of its own, as it is and no more. */
export function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The first error of an HTTP answer. */
export function errorOf({ body }: Answer): { code: string; message: string } | undefined {
  return (JSON.parse(body) as { errors: { code: string; message: string }[] }).errors[0];
}

/** What a promise is rejected with. */
export async function refusal(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (outcome === undefined) throw new Error('it was not refused');
  return outcome.error as Error;
}
