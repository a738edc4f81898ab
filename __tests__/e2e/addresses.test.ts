import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRemoteBuilder } from '../support/buildkit.ts';
import { engine } from '../support/engines.ts';
import { makeGitRepository, type GitRepository } from '../support/git-server.ts';
import { serversOfThisFile } from '../support/http-server.ts';
import { onlyError, type Shipped } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';
import { leaksIn, leftFiles, leftTexts } from '../support/secret-search.ts';

const scene = scenesOfThisFile();
const startServer = serversOfThisFile();
// Its own: buildx's state, which is searched for it, is that of all files.
const password = 'hunter2-of-addresses';
const other = 'hunter3-hunter3';
const users = { me: `me:${password}`, you: `you:${other}` };

let repository: GitRepository;
beforeAll(() => {
  repository = makeGitRepository(Object.values(users));
});
afterAll(() => repository.remove());

const git = () => startServer((request, response) => repository.serve(request, response));

/** Serves these bodies by path; below `/private` to one user only. What is no path here is not found. */
function files(bodies: Readonly<Record<string, string | Buffer>>): RequestListener {
  return ({ url = '', headers }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const isAllowed = headers.authorization === `Basic ${btoa(users.me)}` || url.includes(password);
    if (pathname.startsWith('/private') && !isAllowed) return void response.writeHead(401).end();
    const body = bodies[pathname];
    response.writeHead(body === undefined ? 404 : 200).end(body ?? 'nothing here');
  };
}

/** An archive of these files, as `tar cz` makes one. */
function archive(contents: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-tar-'));
  try {
    for (const [path, text] of Object.entries(contents)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return execFileSync('tar', ['cz', '-C', folder, '.']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of every run its own, so that no cache of BuildKit's stands in for a download. */
const fresh = () => `${String(Date.now())}-${String(Math.random())}\n`;
const quick = { scan: 'off', labels: '' };
const reports = { 'result-file': 'result.json', 'evidence-file': 'evidence.md', 'sarif-file': 'x.sarif' };
const push = (sha: string) => ({ GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: sha });

/** Where a secret is left of a run: in what it says, or in files of folders. */
function leaksOf({ main, post }: Shipped, ...folders: readonly string[]) {
  const said = [main, post].map((step) => ({
    ...step,
    masks: [],
    log: step.log.replaceAll(/^::add-mask::.*$/gm, ''),
  }));
  const texts = leftTexts({ main: JSON.stringify(said[0]), post: JSON.stringify(said[1]) });
  return leaksIn([...texts, ...folders.flatMap((folder) => leftFiles(folder, folder))], { password });
}

describe('a further build context that is a Git URL', () => {
  const Dockerfile = 'FROM scratch\nCOPY --from=base text.txt /\nLABEL which=further\n';

  test.each([
    { name: 'the engine’s own builder', isRemote: false },
    { name: 'a builder that pushes by itself, and says what it was made from', isRemote: true },
  ])(
    'is read with the credential in its address, which reaches nothing else: by $name',
    async ({ isRemote }) => {
      const host = await git();
      const dataDir = mkdtempSync(join(tmpdir(), 'ecr-ship-registry-'));
      const on = engine('containerd');
      const builder = isRemote ? await startRemoteBuilder(on) : undefined;
      try {
        const at = await scene(on, { files: { Dockerfile }, dataDir });
        const sha = repository.commit('main', { 'text.txt': fresh() });
        const given = {
          'build-contexts': `base=http://${users.me}@${host.host}/private.git#${sha}`,
          ...quick,
          ...reports,
          ...(isRemote && { provenance: 'mode=max' }),
        };
        const shipped = await at.ship(given, builder?.env);
        expect([shipped.main.exitCode, shipped.main.errors, shipped.leftovers]).toEqual([0, [], []]);
        expect(host.asked.map(({ authorization }) => authorization)).toContain(`basic ${btoa(users.me)}`);
        const config = builder?.env['DOCKER_CONFIG'] ?? on.dockerConfigDir;
        expect(leaksOf(shipped, at.workspace, dataDir, config)).toEqual([]);
      } finally {
        await builder?.close();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  );

  test('may have the credential of the build context for the same host, and no other one', async () => {
    const host = await git();
    const at = await scene(engine('containerd'), { files: {} });
    const sha = repository.commit('main', { Dockerfile, 'text.txt': fresh() });
    const address = (user: string) => `http://${user}@${host.host}/private.git#${sha}`;
    const context = address(users.me);
    const same = await at.ship({ context, 'build-contexts': `base=${address(users.me)}`, ...quick });
    expect([same.main.exitCode, same.main.errors]).toEqual([0, []]);

    const before = host.asked.length;
    const differs = await at.ship({
      context,
      'build-contexts': `base=${address(users.you)}`,
      ...quick,
      ...reports,
    });
    expect(onlyError(differs.main)).toMatch(
      /different credentials for 127\.0\.0\.1:\d+, and BuildKit takes one/,
    );
    expect(differs.main.outputs['error-code']).toBe('invalid-input');
    expect([host.asked.length, leaksOf(differs, at.workspace)]).toEqual([before, []]);
  });
});

describe('an archive at an address', () => {
  const Dockerfile = 'FROM scratch\nCOPY text.txt /\nLABEL which=archive\n';
  const labelsOf = (labels: Readonly<Record<string, string>>) => ({
    which: labels['which'],
    revision: labels['org.opencontainers.image.revision'],
    source: labels['org.opencontainers.image.source'],
  });

  test.each(['classic', 'containerd'] as const)(
    'is built, speaks for no commit, and is built again: on the %s engine',
    async (flavour) => {
      const body = { '/a.tar.gz': archive({ Dockerfile, 'text.txt': fresh() }) };
      const server = await startServer(files(body));
      const at = await scene(engine(flavour), { files: {} });
      const given = {
        context: `${server.url}/a.tar.gz`,
        ...quick,
        tags: 'plain\ntype=sha\ntype=ref,event=branch',
      };
      const { main, leftovers } = await at.ship(given, push('a'.repeat(40)));
      expect([main.exitCode, main.errors, leftovers]).toEqual([0, [], []]);
      expect(main.outputs['tag-names']).toBe('plain');
      expect(main.warnings.join()).toContain('an archive at an address, which names no commit');
      const labels = labelsOf(at.ecr.labels('team/app', main.outputs['digest'] ?? ''));
      expect(labels).toEqual({ which: 'archive', revision: undefined, source: `${server.url}/a.tar.gz` });

      const asked = server.asked.length;
      const again = (await at.ship({ ...given, tags: 'type=raw,value=next' }, push('a'.repeat(40)))).main;
      expect([again.exitCode, again.errors, again.outputs['reused']]).toEqual([0, [], 'false']);
      expect(server.asked.length).toBeGreaterThan(asked);
    },
  );

  test.each([
    {
      name: 'is not there',
      flavour: 'containerd' as const,
      path: '/nope.tar.gz',
      says: /404.*Correct the address in the input context/s,
    },
    {
      name: 'is a page',
      flavour: 'containerd' as const,
      path: '/page',
      says: /unknown instruction: <!DOCTYPE.*What came is a web page/s,
    },
    {
      name: 'may not be read',
      flavour: 'classic' as const,
      path: '/private.tar.gz',
      says: /401.*download and unpack it in a step before/s,
    },
    {
      name: 'is on a host that cannot be reached',
      flavour: 'containerd' as const,
      path: '',
      says: /connection refused.*reaches its host/s,
    },
  ])('that $name is one error that says so: on the $flavour engine', async ({ flavour, path, says }) => {
    const server = await startServer(files({ '/page': '<!DOCTYPE html><p>moved</p>\n' }));
    const context = path === '' ? 'http://127.0.0.1:9/a.tar.gz' : `${server.url}${path}`;
    const at = await scene(engine(flavour), { files: {} });
    const { main, leftovers } = await at.ship({ context, ...quick });
    expect(onlyError(main)).toMatch(says);
    const left = [leftovers, at.ecr.digests('team/app')];
    expect([main.outputs['error-code'], ...left]).toEqual(['build-failed', [], []]);
  });

  test('with a credential in its address is built with a warning, and never with a provenance that has it', async () => {
    const body = archive({ Dockerfile, 'text.txt': fresh() });
    const server = await startServer(files({ '/private/a.tgz': body, '/private/b.tgz': body }));
    const dataDir = mkdtempSync(join(tmpdir(), 'ecr-ship-registry-'));
    try {
      const at = await scene(engine('containerd'), { files: {}, dataDir });
      const user = `http://${users.me}@${server.host}/private/a.tgz`;
      const query = `${server.url}/private/b.tgz?token=${password}`;
      for (const [context, provenance] of [
        [user, 'mode=min'],
        [query, 'false'],
      ] as const) {
        const shipped = await at.ship({
          context,
          ...quick,
          ...reports,
          provenance,
          tags: provenance.slice(0, 4),
        });
        expect([shipped.main.exitCode, shipped.main.errors]).toEqual([0, []]);
        expect(shipped.main.warnings.join()).toContain('The credential in the input context can be read by');
        expect(leaksOf(shipped, at.workspace, dataDir)).toEqual([]);
      }
      const before = server.asked.length;
      const attested = await at.ship({ context: query, ...quick, ...reports, provenance: 'mode=min' });
      expect(onlyError(attested.main)).toContain('would be published: provenance holds that address');
      expect([server.asked.length, leaksOf(attested, at.workspace, dataDir)]).toEqual([before, []]);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('a Dockerfile at an address', () => {
  const Dockerfile = 'FROM scratch\nCOPY text.txt /\nLABEL which=address\n';
  const own = 'FROM scratch\nCOPY text.txt /\nLABEL which=own\n';

  test('is built each time, for nobody knows whether it is the same, and its credential is a warning', async () => {
    const server = await startServer(files({ '/private/Dockerfile': Dockerfile }));
    const at = await scene(engine('containerd'), { files: { Dockerfile: own, 'text.txt': fresh() } });
    const commands = (...args: string[]) =>
      execFileSync('git', args, { cwd: at.workspace, encoding: 'utf8' });
    commands('init', '--quiet');
    commands('add', '--all');
    commands('-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '--quiet', '--message', 'x');
    const env = push(commands('rev-parse', 'HEAD').trim());
    const file = `http://${users.me}@${server.host}/private/Dockerfile`;
    for (const asked of [1, 2]) {
      const shipped = await at.ship({ file, ...quick, ...reports, tags: 'type=sha' }, env);
      const { main } = shipped;
      expect([main.exitCode, main.errors, main.outputs['reused']]).toEqual([0, [], 'false']);
      expect(at.ecr.labels('team/app', main.outputs['digest'] ?? '')['which']).toBe('address');
      expect(main.warnings.join()).toContain('The credential in the input file can be read by');
      expect(server.asked.length).toBeGreaterThanOrEqual(asked);
      expect(leaksOf(shipped, at.workspace)).toEqual([]);
    }
  });

  test.each([
    { name: 'is not there', path: '/nope', says: /404.*Correct the address in the input file/s },
    { name: 'is a page', path: '/page', says: /unknown instruction: <!DOCTYPE.*What came is a web page/s },
  ])('that $name is one error that says so, and blames no file of the checkout', async ({ path, says }) => {
    const server = await startServer(files({ '/page': '<!DOCTYPE html>\n' }));
    const at = await scene(engine('containerd'), { files: { Dockerfile: own, 'text.txt': fresh() } });
    const { main } = await at.ship({ file: `${server.url}${path}`, ...quick });
    expect(onlyError(main)).toMatch(says);
    expect(main.log).not.toContain('file=Dockerfile');
  });

  test('is not for the builder without BuildKit, which says so before it builds', async () => {
    const server = await startServer(files({ '/Dockerfile': Dockerfile }));
    const at = await scene(engine('classic'), { files: { 'text.txt': fresh() } });
    const { main } = await at.ship({ file: `${server.url}/Dockerfile`, ...quick });
    expect(onlyError(main)).toMatch(/does not download a Dockerfile.*docker\/setup-buildx-action/s);
    expect([main.outputs['error-code'], server.asked]).toEqual(['builder-unfit', []]);
  });
});
