import { execFile } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { busybox } from '../scripts/engines/index.mjs';
import type { SlowFile } from './slow-file.ts';

/** What is in the checkout of a case. */
interface CheckoutContents {
  readonly mark: string;
  readonly slow: SlowFile | undefined;
  readonly script: string | undefined;
  /** The first line of the Dockerfile. */
  readonly base: string | undefined;
}

/** Writes an image that no other case has, so that nothing of it is in any cache. */
export async function writeCheckout(
  workspace: string,
  { mark, slow, script, base = 'FROM scratch\n' }: CheckoutContents,
): Promise<void> {
  const adds = slow === undefined ? '' : `ADD ${slow.url} /slow.txt\n`;
  const starts =
    script === undefined
      ? ''
      : 'COPY busybox /bin/busybox\nCOPY start.sh /start.sh\nENTRYPOINT ["/bin/busybox", "sh", "/start.sh"]\n';
  if (script !== undefined) {
    copyFileSync(await busybox(), join(workspace, 'busybox'));
    writeFileSync(join(workspace, 'start.sh'), script, { mode: 0o755 });
  }
  writeFileSync(join(workspace, 'Dockerfile'), `${base}${adds}${starts}COPY hello.txt /hello.txt\n`);
  writeFileSync(join(workspace, 'hello.txt'), `hello from ${mark} at ${String(Date.now())}\n`);
}

/** Turns the checkout into a repository with one commit, as actions/checkout leaves it. */
export async function commitAll(workspace: string): Promise<void> {
  const who = { NAME: 'a', EMAIL: 'a@example.com', DATE: '2026-01-02T03:04:05Z' };
  const person = Object.entries(who).flatMap(([name, value]) => [
    [`GIT_AUTHOR_${name}`, value],
    [`GIT_COMMITTER_${name}`, value],
  ]);
  const env = {
    PATH: process.env['PATH'] ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    HOME: workspace,
    ...(Object.fromEntries(person) as Record<string, string>),
  };
  for (const words of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '--message', 'first'],
  ])
    await promisify(execFile)('git', words, { cwd: workspace, env });
}
