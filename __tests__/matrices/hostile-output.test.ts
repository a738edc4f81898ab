import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { fakeDocker, type FakeDocker } from '../support/fake-docker.ts';
import { startJob, type StepOptions, type StepResult } from '../support/runner.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const made: { remove(): void }[] = [];
afterEach(() => {
  made.splice(0).forEach((one) => one.remove());
});

/** Runs main with a docker of the test's own; nothing is pushed, so that nobody else is asked. */
async function buildWith(
  docker: FakeDocker,
  inputs: Readonly<Record<string, string>> = {},
  { env, ...options }: Partial<StepOptions> = {},
): Promise<StepResult & { readonly temp: string; readonly workspace: string }> {
  const job = startJob({
    inputs: { repository: 'team/app', tags: 'v1', push: 'false', ...inputs },
    env: { ...docker.env, ...env },
    ...options,
  });
  made.push(docker, job);
  return { ...(await job.main()), temp: job.temp, workspace: job.workspace };
}

/** What no text may hold that we show: it acts on a terminal, turns text round or is not seen. Tabs and colours apart. */
const dangerous =
  /(?!\t|\n)[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;
const withoutColours = (text: string) => text.replace(/\u001b\[[0-9;:]*m/g, '');

describe('control characters', () => {
  const hostile =
    'a\u001b[2J\u001b]0;owned\u0007b\rc\u0085d\u009b1mé\u202egnp\u2066f\u200bg\ufeffh\u2028i\u007f';

  test('of tags, labels, branches, findings, the payload and the Dockerfile act nowhere', async () => {
    const { ecr, job, workspace } = await scene(engine('containerd'), {
      scenario: {
        results: [
          {
            match: {},
            findings: [
              {
                id: `CVE-${hostile}`,
                severity: 'CRITICAL',
                package: `open${hostile}ssl`,
                version: hostile,
                description: hostile,
              },
            ],
          },
        ],
      },
    });
    expect(ecr).toBeDefined();
    const event = join(workspace, 'event.json');
    const repository = {
      name: `app${hostile}`,
      description: hostile,
      html_url: 'https://github.com/team/app',
      default_branch: 'main',
    };
    writeFileSync(event, JSON.stringify({ repository }));
    const running = job(
      {
        tags: `v1.0.0\ntype=raw,value=x,enable=false,priority=1\ntype=match,pattern=${hostile}`,
        labels: `note=${hostile.replace('\r', '')}`,
        'build-args': `A=${hostile.replace('\r', '')}`,
        'result-file': 'result.json',
        'evidence-file': 'evidence.md',
        'sarif-file': 'x.sarif',
      },
      {
        GITHUB_EVENT_PATH: event,
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF: `refs/heads/feature${hostile}`,
      },
    );
    const main = await running.main();
    running.remove();
    expect(onlyError(main)).toContain(String.raw`CVE-a\u001b[2J`);
    const files = ['result.json', 'evidence.md', 'x.sarif'].map((name) =>
      readFileSync(join(workspace, name), 'utf8'),
    );
    for (const text of [
      main.summary,
      ...files,
      ...Object.values(main.outputs),
      ...main.errors,
      ...main.warnings,
    ]) {
      expect(text).not.toMatch(dangerous);
    }
    // Nor in JSON's own spelling, which a tool that prints a member would bring back.
    for (const text of files.filter((file) => file.startsWith('{')))
      JSON.parse(text, (_, value: unknown) => {
        if (typeof value === 'string') expect(value).not.toMatch(dangerous);
        return value;
      });
    expect(withoutColours(main.log)).not.toMatch(dangerous);
  });

  test('of a build are gone, its colours stay, and it gives the runner no command', async () => {
    const docker = fakeDocker(String.raw`
printf '\033[32mgreen\033[0m\n'
printf 'one\033[2K\033[1Atwo \033]0;title\007three\n'
printf 'progress 1\rprogress 2\r\n'
printf '::error::from the build\n'
printf '##[error]looks like one\n'
printf 'bidi \342\200\256 zero \342\200\213 c1 \302\2332J bad \377\376\n'
printf '::set-output name=verdict::passed' >&2
printf 'ERROR: it\033[1m broke\033[0m \033[8mhidden \342\200\256text\n' >&2
exit 1`);
    const main = await buildWith(docker);
    const error = onlyError(main);
    expect(error).toContain(String.raw`it broke hidden \u202etext`);
    expect(main.log).toContain('\u001b[32mgreen\u001b[0m\n');
    expect(main.log).toContain('onetwo three\n');
    expect(main.log).toContain('progress 1\nprogress 2\n');
    expect(main.log).toContain(String.raw`#\#[error]looks like one`);
    expect(withoutColours(main.log)).not.toMatch(dangerous);
    expect(main.log).not.toContain('##[');
  });

  test('of an engine that lies about itself', async () => {
    const info = `printf '%s' '{"ServerVersion":"1\\u001b]0;x\\u0007\\n::error::x ##[error]\\u202e","ClientInfo":{"Plugins":[{"Name":"buildx","Version":"v\\u001b[2J"}]}}'`;
    const main = await buildWith(fakeDocker('true', info), { 'result-file': 'r.json' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(withoutColours(main.log)).not.toMatch(dangerous);
    expect(main.log).not.toContain('##[');
    expect(main.summary).not.toMatch(dangerous);
  });
});

describe('an output without an end', () => {
  const most = 200e6;
  // Node 24 lets what is short-lived lie for longer; what is held is the same.
  const asNode20 = '--max-semi-space-size=16';
  const peakMemory = pathToFileURL(join(import.meta.dirname, '../../bench/peak-memory.mjs')).href;

  test.each([
    {
      name: '300 MB of lines',
      print: 'yes "a line of a build that says a great deal about very little" | head -c 300000000',
    },
    { name: '300 MB on the other stream', print: 'yes "a line of a build" | head -c 300000000 >&2' },
    { name: '300 MB without a line end', print: "head -c 300000000 /dev/zero | tr '\\0' x" },
    { name: '100 MB of noise', print: 'head -c 100000000 /dev/urandom' },
    {
      name: '60 MB of carriage returns and escapes',
      print: String.raw`yes "$(printf '\033[2K\r\033]0;')" | head -c 60000000`,
    },
  ])('takes no memory: $name', async ({ print }) => {
    const docker = fakeDocker(
      `unset NODE_OPTIONS\n${print}\necho >&2; echo 'ERROR: the end of it' >&2\nexit 1`,
    );
    const main = await buildWith(
      docker,
      {},
      {
        keptLog: 100_000,
        env: {
          NODE_OPTIONS: `${asNode20} --import=${peakMemory}`,
          PEAK_MEMORY_FILE: join(docker.folder, 'peak'),
        },
      },
    );
    expect(onlyError(main)).toContain('The build failed with exit code 1: the end of it.');
    const peak = Number(readFileSync(join(docker.folder, 'peak'), 'utf8').split('\n')[0]);
    expect(peak).toBeGreaterThan(30e6);
    expect(peak).toBeLessThan(most);
  });

  test('of an engine that is asked about itself is an error with the number', async () => {
    const main = await buildWith(fakeDocker('true', 'yes | head -c 300000000'));
    expect(onlyError(main)).toContain(
      '`docker info` gave an answer that cannot be used: it printed more than 4194304 bytes',
    );
  });

  test('a build that asks gets an end of input, not an answer to wait for', async () => {
    const main = await buildWith(fakeDocker('read answer; echo "it got $?"'));
    expect([main.exitCode, main.log.includes('it got 1')]).toEqual([0, true]);
  });

  test('a payload of more than GitHub ever sends is a warning', async () => {
    const docker = fakeDocker('true');
    const payload = join(docker.folder, 'event.json');
    writeFileSync(payload, `{"a":"${'x'.repeat(26 * 1024 * 1024)}"}`);
    const main = await buildWith(
      docker,
      {},
      { env: { GITHUB_EVENT_PATH: payload, GITHUB_EVENT_NAME: 'push' } },
    );
    expect(main.exitCode).toBe(0);
    expect(main.warnings.join('\n')).toContain('it has 27262984 bytes, and at most 26214400 are read');
  });
});

test('a docker that the checkout brings along is not run', async () => {
  const job = startJob({
    inputs: { repository: 'team/app', tags: 'v1', push: 'false' },
    env: { PATH: '.:bin' },
  });
  made.push(job);
  mkdirSync(join(job.workspace, 'bin'));
  for (const path of ['docker', 'bin/docker'])
    writeFileSync(join(job.workspace, path), '#!/bin/sh\necho RAN', { mode: 0o755 });
  const main = await job.main();
  expect(onlyError(main)).toContain('There is no docker command on this runner');
  const absolute = startJob({
    inputs: { repository: 'team/app', tags: 'v1', push: 'false' },
    env: { PATH: `${job.workspace}/bin` },
    workspace: job.workspace,
  });
  made.push(absolute);
  expect(onlyError(await absolute.main())).toContain('There is no docker command on this runner');
});
