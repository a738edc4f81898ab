import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startJob, type Job } from '../__tests__/support/runner.ts';

/** The actions of the chain, in order, by the names of their folders. */
const chain = [
  'configure-aws-credentials',
  'amazon-ecr-login',
  'setup-buildx-action',
  'metadata-action',
  'build-push-action',
] as const;
type Peer = (typeof chain)[number];

/** How to run the chain. */
export interface Setting {
  /** The folder with a checkout of each action. */
  readonly folder: string;
  readonly workspace: string;
  readonly node: string;
  readonly env: Readonly<Record<string, string>>;
  /** The repository's URI. */
  readonly image: string;
  readonly tags: readonly string[];
}

/** Name and version of every action of the chain. Throws if one is missing. */
export function versionsOf(folder: string): string {
  const versions = chain.map((name) => {
    const file = join(folder, name, 'package.json');
    if (!existsSync(file)) throw new Error(`BENCH_PEERS has no ${name} (looked for ${file})`);
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string };
    return `${name} ${version === undefined || version === '0.0.0' ? '' : version}`.trim();
  });
  return versions.join(', ');
}

/**
 * Runs one job of the chain: every main step in order, then the post steps in reverse, like the runner.
 * @returns milliseconds from the first to the last
 */
export async function chainOnce(setting: Setting): Promise<number> {
  const github = await startGitHub();
  let env: Readonly<Record<string, string>> = {
    ...setting.env,
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
  };
  const done: { readonly name: Peer; readonly job: Job }[] = [];
  const startedAt = performance.now();
  try {
    for (const name of chain) {
      const { workspace, node } = setting;
      const action = join(setting.folder, name);
      const job = startJob({ action, workspace, node, env, inputs: inputsOf(name, setting) });
      done.push({ name, job });
      const { exitCode, log, stderr, env: left } = await job.main();
      if (exitCode !== 0) throw new Error(`${name} failed:\n${log}${stderr}`);
      env = { ...env, ...left };
    }
    for (const { name, job } of done.reverse()) if (name !== 'metadata-action') await job.post();
    return performance.now() - startedAt;
  } finally {
    for (const { job } of done) job.remove();
    await github.close();
  }
}

function inputsOf(name: Peer, { env, image, tags }: Setting): Record<string, string> {
  const token = { 'github-token': 'none' };
  switch (name) {
    case 'configure-aws-credentials':
      return {
        'aws-region': env['AWS_REGION'] ?? '',
        'aws-access-key-id': env['AWS_ACCESS_KEY_ID'] ?? '',
        'aws-secret-access-key': env['AWS_SECRET_ACCESS_KEY'] ?? '',
      };
    case 'setup-buildx-action':
      return { driver: 'docker' };
    case 'metadata-action':
      return { ...token, images: image, tags: tags.map((tag) => `type=raw,value=${tag}`).join('\n') };
    case 'build-push-action':
      return {
        ...token,
        context: '.',
        push: 'true',
        provenance: 'false',
        tags: tags.map((tag) => `${image}:${tag}`).join('\n'),
        // Passed on as everybody does, so that every run builds a new config.
        labels: `org.opencontainers.image.created=${new Date().toISOString()}`,
      };
    default:
      return {};
  }
}

/** Starts a GitHub API that knows one repository. */
async function startGitHub(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ name: 'app', full_name: 'team/app', html_url: 'https://github.com/team/app' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
