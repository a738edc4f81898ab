import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitCheckout } from '../../src/adapters/checkout.ts';

let folder: string;
const before = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  // Neither a repository above the folder nor a person's own settings.
  process.env['GIT_CEILING_DIRECTORIES'] = tmpdir();
  process.env['GIT_CONFIG_GLOBAL'] = join(folder, '.gitconfig');
  process.env['GIT_CONFIG_NOSYSTEM'] = '1';
});
afterEach(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.com'];
  return execFileSync('git', ['-C', folder, ...identity, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: process.env,
  }).trim();
}

/** Makes a commit whose author wrote it long before it was committed. */
function commit(message: string, committed: string): string {
  process.env['GIT_AUTHOR_DATE'] = '2001-01-01T00:00:00Z';
  process.env['GIT_COMMITTER_DATE'] = committed;
  git('commit', '--allow-empty', '-q', '-m', message);
  return git('rev-parse', 'HEAD');
}

describe('the newest commit of the checkout', () => {
  test('with the time at which it was committed', async () => {
    git('init', '-q');
    commit('first', '2026-01-01T00:00:00Z');
    const sha = commit('second\n\nwith a text', '2026-01-02T03:04:05+01:00');
    expect(await gitCheckout().head(folder)).toEqual({ sha, at: Date.UTC(2026, 0, 2, 2, 4, 5) });
  });

  test('from a folder inside it', async () => {
    git('init', '-q');
    const sha = commit('first', '2026-01-01T00:00:00Z');
    const inside = join(folder, 'docker', 'my app');
    mkdirSync(inside, { recursive: true });
    expect(await gitCheckout().head(inside)).toEqual({ sha, at: Date.UTC(2026, 0, 1) });
  });

  test('also of a detached one, as actions/checkout leaves it', async () => {
    git('init', '-q');
    const sha = commit('first', '2026-01-01T00:00:00Z');
    commit('second', '2026-01-02T00:00:00Z');
    git('checkout', '-q', '--detach', sha);
    expect((await gitCheckout().head(folder))?.sha).toBe(sha);
  });

  test('whatever the person has made of git log', async () => {
    writeFileSync(
      join(folder, '.gitconfig'),
      '[log]\n\tshowSignature = true\n\tdecorate = full\n\tdate = relative\n[color]\n\tui = always\n[format]\n\tpretty = full\n',
    );
    git('init', '-q');
    const sha = commit('first', '2026-01-01T00:00:00Z');
    expect(await gitCheckout().head(folder)).toEqual({ sha, at: Date.UTC(2026, 0, 1) });
  });

  test('of a repository with SHA-256', async () => {
    git('init', '-q', '--object-format=sha256');
    const sha = commit('first', '2026-01-01T00:00:00Z');
    expect(sha).toHaveLength(64);
    expect((await gitCheckout().head(folder))?.sha).toBe(sha);
  });
});

describe('nothing, where git does not say', () => {
  test('no repository', async () => {
    expect(await gitCheckout().head(folder)).toBeUndefined();
  });

  test('a repository without a commit', async () => {
    git('init', '-q');
    expect(await gitCheckout().head(folder)).toBeUndefined();
  });

  test('no such folder', async () => {
    expect(await gitCheckout().head(join(folder, 'missing'))).toBeUndefined();
  });

  test('no git on this machine', async () => {
    git('init', '-q');
    commit('first', '2026-01-01T00:00:00Z');
    process.env['PATH'] = folder;
    expect(await gitCheckout().head(folder)).toBeUndefined();
  });
});
