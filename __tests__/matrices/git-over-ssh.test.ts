import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ensureSshd } from '../../scripts/sshd.mjs';
import { startRemoteBuilder } from '../support/buildkit.ts';
import { engine } from '../support/engines.ts';
import { makeGitRepository, type GitRepository } from '../support/git-server.ts';
import type { StepResult } from '../support/runner.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';
import { leaksIn, leftFiles, leftTexts } from '../support/secret-search.ts';
import {
  plainAddress,
  startAgent,
  startSshServer,
  type SshAgent,
  type SshServer,
} from '../support/ssh-server.ts';

// A Git repository behind a real ssh server, as the build context, read with a key of an agent and with one in a file.

const scene = scenesOfThisFile();
const program = await ensureSshd();
const plainHost = await plainAddress();

const dockerfile = (which: string) => `FROM scratch\nCOPY text.txt /\nLABEL which=${which}\n`;
let repository: GitRepository;
let server: SshServer;
let agent: SshAgent;
let commits: { readonly first: string; readonly second: string };

/** What a test has to say of an image: from which Dockerfile it is, of which commit of which repository it speaks. */
function labelsOf({ ecr }: Scene, { outputs }: StepResult) {
  const labels = ecr.labels('team/app', outputs['digest'] ?? '');
  const revision = labels['org.opencontainers.image.revision'];
  return { which: labels['which'], revision, source: labels['org.opencontainers.image.source'] };
}

const quick = { scan: 'off', labels: '' };
const agentInput = { ssh: 'default' };
const tags = 'type=ref,event=branch\ntype=sha';
const notScanned: unknown = expect.stringContaining('not scanned');

function tests(sshd: Exclude<typeof program, { why: string }>): void {
  beforeAll(async () => {
    repository = makeGitRepository();
    const first = repository.commit('main', {
      Dockerfile: dockerfile('first'),
      'text.txt': `${String(Date.now())}\n`,
      'sub/text.txt': 'sub\n',
      'sub/prod.Dockerfile': dockerfile('prod'),
    });
    commits = { first, second: repository.commit('main', { Dockerfile: dockerfile('second') }) };
    server = await startSshServer(sshd, repository, plainHost);
    agent = startAgent(server.key);
  });
  afterAll(async () => {
    agent.close();
    await server.close();
    repository.remove();
  });

  const at = (ref: string, host = server.host) => `ssh://git@${host}/org/app.git#${ref}`;
  const pushOf = (sha: string) => ({
    ...agent.env,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: sha,
  });

  describe('read by BuildKit', () => {
    test('a folder of a commit is built with the key of the agent, and the next run takes the image without asking git', async () => {
      const here = await scene(engine('containerd'), { files: {} });
      const given = { context: at(`${commits.first}:sub`), file: 'prod.Dockerfile', ...quick, ...agentInput };
      const { main, leftovers } = await here.ship({ ...given, tags }, pushOf(commits.first));
      expect([main.exitCode, main.errors, main.warnings, leftovers]).toEqual([0, [], [notScanned], []]);
      const source = `ssh://${server.host}/org/app.git`;
      expect(labelsOf(here, main)).toEqual({ which: 'prod', revision: commits.first, source });
      expect(main.log).toContain(`\nCommit      ${commits.first} (from the Git URL of the build context)\n`);
      expect(main.outputs['tag-names']).toBe(`main\nsha-${commits.first.slice(0, 7)}`);

      const asked = server.asked().length;
      expect(asked).toBeGreaterThan(0);
      const again = (await here.ship({ ...given, tags: 'type=sha' }, pushOf(commits.first))).main;
      expect([again.exitCode, again.errors]).toEqual([0, []]);
      expect(again.outputs).toMatchObject({ reused: 'true', digest: main.outputs['digest'] });
      expect(server.asked()).toHaveLength(asked);
    });

    test('a key in a file is enough, and it is in nothing that is left', async () => {
      const here = await scene(engine('containerd'), { files: {} });
      const reports = { 'result-file': 'result.json', 'evidence-file': 'evidence.md' };
      const given = { context: at('main'), ...quick, ...reports, ssh: `default=${server.key}` };
      const { main } = await here.ship(given, { SSH_AUTH_SOCK: '' });
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      const source = `ssh://${server.host}/org/app.git`;
      expect(labelsOf(here, main)).toEqual({ which: 'second', revision: undefined, source });
      const [, secret = ''] = readFileSync(server.key, 'utf8').split('\n');
      const left = [
        ...leftTexts({ log: main.log, summary: main.summary }),
        ...leftFiles(here.workspace, 'workspace'),
      ];
      expect(leaksIn(left, { secret })).toEqual([]);
    });

    test.each(['deploy', 'APKAEIBAERJR2EXAMPLE'])(
      'the user %s is no credential, and a provenance may have it',
      async (user) => {
        const builder = await startRemoteBuilder(engine('containerd'));
        try {
          const here = await scene(engine('containerd'), { files: {} });
          const context = `ssh://${user}@${server.host}/org/app.git#${commits.second}`;
          const given = { context, ...quick, ...agentInput, tags: 'plain', provenance: 'mode=max' };
          const { main } = await here.ship(given, { ...builder.env, ...pushOf(commits.second) });
          expect([main.exitCode, main.errors, main.warnings]).toEqual([0, [], [notScanned]]);
          expect(main.masks).not.toContain(user);
          const platforms = JSON.parse(main.outputs['platforms'] ?? '{}') as Record<
            string,
            { digest: string }
          >;
          const [digest = ''] = Object.values(platforms).map((platform) => platform.digest);
          const labels = here.ecr.labels('team/app', digest);
          expect(labels).toMatchObject({
            which: 'second',
            'org.opencontainers.image.source': `ssh://${server.host}/org/app.git`,
          });
        } finally {
          await builder.close();
        }
      },
    );

    test('a further build context is refused by BuildKit where it begins with ssh://, and the error says what to write', async () => {
      const files = { Dockerfile: 'FROM scratch\nCOPY --from=lib /text.txt /\n' };
      const here = await scene(engine('containerd'), { files });
      const given = { ...quick, ...agentInput, 'build-contexts': `lib=${at(commits.first)}` };
      const { main, leftovers } = await here.ship(given, agent.env);
      expect(onlyError(main)).toMatch(/unsupported context source ssh for lib.*take the address over https/s);
      expect([leftovers, here.ecr.digests('team/app')]).toEqual([[], []]);
    });

    test.each([
      { name: 'a ref that there is not', end: 'nope', says: /does not contain ref nope.*Correct the ref/s },
      { name: 'a folder that there is not', end: 'main:nope', says: /nope.*Correct the folder/s },
    ])('$name is one error that says so', async ({ end, says }) => {
      const here = await scene(engine('containerd'), { files: {} });
      const { main, leftovers } = await here.ship({ context: at(end), ...quick, ...agentInput }, agent.env);
      expect(onlyError(main)).toMatch(says);
      expect([leftovers, here.ecr.digests('team/app')]).toEqual([[], []]);
    });

    test('a key that may not read, and a repository that there is not, are told as what they are', async () => {
      const here = await scene(engine('containerd'), { files: {} });
      // BuildKit asks no host again for a commit that it has.
      const fresh = repository.commit('other', { Dockerfile: dockerfile('other') });
      const stranger = await here.ship({
        context: at(fresh),
        ...quick,
        ssh: `default=${server.strangersKey}`,
      });
      expect(onlyError(stranger.main)).toMatch(/Permission denied \(publickey\).*Give a key that may read/s);
      const context = `ssh://git@${server.host}/org/absent#${fresh}`;
      const absent = await here.ship({ context, ...quick, ...agentInput }, agent.env);
      expect(onlyError(absent.main)).toMatch(
        /There is no such repository.*Correct the address of the repository/s,
      );
    });

    test('the agent of the job is taken where nothing is said, and it is an error before the build if there is none', async () => {
      const here = await scene(engine('containerd'), { files: {} });
      const fresh = repository.commit('other', { Dockerfile: dockerfile('fresh') });
      const none = await here.ship({ context: at(fresh), ...quick }, { SSH_AUTH_SOCK: '' });
      expect(onlyError(none.main)).toContain(
        'Input context asks for the ssh agent of the job, which has none',
      );
      expect(none.main.log).not.toContain('docker buildx build');
      const { main } = await here.ship({ context: at(fresh), ...quick }, agent.env);
      expect([main.exitCode, main.errors, labelsOf(here, main).which]).toEqual([0, [], 'fresh']);
    });

    onPlainPort('an address as scp writes it', async (host) => {
      const here = await scene(engine('containerd'), { files: {} });
      const context = `git@${host}:org/app.git#${commits.second}`;
      const given = { context, ...quick, ...agentInput, tags };
      const { main } = await here.ship(given, pushOf(commits.second));
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      const source = `ssh://${host}/org/app.git`;
      expect(labelsOf(here, main)).toEqual({ which: 'second', revision: commits.second, source });
      expect(server.asked().at(-1)).toMatch(/^git-upload-pack '\/?org\/app\.git'$/);
    });
  });

  describe('read by the git of this machine, for the builder without BuildKit', () => {
    const sshKnowing = (file: string) => `ssh -F /dev/null -o UserKnownHostsFile=${file}`;
    const knowing = () => ({ ...agent.env, GIT_SSH_COMMAND: sshKnowing(server.knownHosts) });

    test.each(['ssh://git@HOST/org/app.git', 'deploy@HOST:org/app.git'])(
      '%s, which docker takes for a path, is told before the build',
      async (address) => {
        const here = await scene(engine('classic'), { files: {} });
        const { main, leftovers } = await here.ship({
          context: address.replace('HOST', 'localhost'),
          ...quick,
        });
        expect(onlyError(main)).toMatch(/over ssh that .* takes for a path.*Write it as git@host:/s);
        expect(main.outputs['error-code']).toBe('builder-unfit');
        expect(main.log).not.toContain('docker build --');
        expect(leftovers).toEqual([]);
      },
    );

    onPlainPort('an address as scp writes it, and a folder of a commit', async (host) => {
      const here = await scene(engine('classic'), { files: {} });
      const context = `git@${host}:org/app.git#${commits.first}:sub`;
      const { main, leftovers } = await here.ship({ context, ...quick, file: 'prod.Dockerfile' }, knowing());
      expect([main.exitCode, main.errors, leftovers]).toEqual([0, [], []]);
      const source = `ssh://${host}/org/app.git`;
      expect(labelsOf(here, main)).toEqual({ which: 'prod', revision: commits.first, source });
    });

    onPlainPort('a host that nobody knows, and no key, are told as what they are', async (host) => {
      const here = await scene(engine('classic'), { files: {} });
      const given = { context: `git@${host}:org/app.git`, ...quick };
      const unknown = await here.ship(given, { ...agent.env, GIT_SSH_COMMAND: sshKnowing('/dev/null') });
      expect(onlyError(unknown.main)).toMatch(/Host key verification failed.*its host to known_hosts/s);
      const stranger = await here.ship(given, { ...knowing(), SSH_AUTH_SOCK: '' });
      expect(onlyError(stranger.main)).toMatch(/Permission denied \(publickey\).*Give a key that may read/s);
    });
  });
}

/** `git@host:path` always means port 22. */
function onPlainPort(name: string, body: (host: string) => Promise<void>): void {
  if (plainHost === undefined)
    test.skip(`${name} (not run: a server on all addresses of this machine has port 22)`, () => undefined);
  else test(name, () => body(plainHost));
}

if ('why' in program) test.skip(`Git over ssh (not run: ${program.why})`, () => undefined);
else describe('a Git repository over ssh', () => tests(program));
