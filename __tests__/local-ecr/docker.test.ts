import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DescribeImagesCommand } from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { onEngines, type Engine } from '../support/engines.ts';
import { standsOfThisFile, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-ecr-docker-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A docker client with a login of its own, so that nothing of the engine's configuration is written to. */
function dockerOn(engine: Engine): (args: readonly string[], input?: string) => Promise<Ended> {
  const config = join(folder, 'config');
  mkdirSync(config);
  const plugins = join(engine.dockerConfigDir, 'cli-plugins');
  if (existsSync(plugins)) cpSync(plugins, join(config, 'cli-plugins'), { recursive: true });
  const env = { ...engine.env, HOME: folder, DOCKER_CONFIG: config };
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = spawn('docker', [...args], { env });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? -1, output }));
      // A command that reads nothing may have ended before.
      child.stdin.on('error', () => undefined).end(input);
    });
}

async function passwordOf({ client, tokenOf }: Stand): Promise<string> {
  return Buffer.from(await tokenOf(client), 'base64')
    .toString()
    .replace('AWS:', '');
}

onEngines(['classic', 'buildx', 'containerd'], (engine) => {
  const begin = async () => {
    const on = await stand();
    const docker = dockerOn(engine);
    const works = async (args: readonly string[], input?: string) => {
      const { code, output } = await docker(args, input);
      if (code !== 0) throw new Error(`docker ${args.join(' ')}: ${output}`);
      return output;
    };
    const context = join(folder, 'context');
    mkdirSync(context);
    // No other build made this: what is pushed is what this test has built.
    const content = `${on.ecr.host} ${folder}\n`;
    writeFileSync(join(context, 'unique.txt'), content);
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY unique.txt /\nCMD ["/none"]\n');
    const image = `${on.ecr.host}/${repositoryName}:1`;
    const build = () => works(['build', '-t', image, context]);
    const logIn = async () =>
      works(['login', '--username', 'AWS', '--password-stdin', on.ecr.host], await passwordOf(on));
    return { ...on, docker, works, image, build, logIn, content };
  };

  test('docker builds, pushes, forgets and pulls: the same image, the same bytes', async () => {
    const { ecr, client, works, image, build, logIn, content } = await begin();
    await build();
    await logIn();
    await works(['push', image]);
    const digest = ecr.tags(repositoryName)['1'];
    const { imageDetails } = await client.send(
      new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: '1' }] }),
    );
    expect(imageDetails?.[0]).toMatchObject({ imageDigest: digest, imageTags: ['1'] });
    expect(imageDetails?.[0]?.imageSizeInBytes).toBeGreaterThan(100);

    const id = await works(['image', 'inspect', '--format', '{{.Id}}', image]);
    await works(['rmi', '--force', image]);
    expect(await works(['pull', image])).toContain(digest);
    expect(await works(['image', 'inspect', '--format', '{{.Id}}', image])).toBe(id);
    const container = basename(folder);
    await works(['create', '--name', container, image]);
    await works(['cp', `${container}:/unique.txt`, join(folder, 'unique.txt')]);
    await works(['rm', container]);
    await works(['rmi', '--force', image]);
    expect(readFileSync(join(folder, 'unique.txt'), 'utf8')).toBe(content);
  });

  test('docker prints what ECR says: no login, a login that is over, an immutable tag, no repository', async () => {
    const { ecr, docker, works, image, build, logIn } = await begin();
    await build();
    expect((await docker(['push', image])).output).toMatch(/no basic auth credentials/);
    await logIn();
    ecr.expireTokens();
    // Where the containerd store pushes, docker shows the status of the answer and leaves out its words.
    const said = (words: string, request: string) =>
      engine.capabilities.containerd ? new RegExp(`unexpected status from ${request}`) : new RegExp(words);
    expect((await docker(['push', image])).output).toMatch(
      said('Your authorization token has expired. Reauthenticate and try again', 'HEAD .*: 403 Forbidden'),
    );
    await logIn();
    ecr.createRepository('fixed/app', { imageTagMutability: 'IMMUTABLE' });
    ecr.seedImage('fixed/app', '2', 'before');
    const fixed = `${ecr.host}/fixed/app:2`;
    await works(['tag', image, fixed]);
    expect((await docker(['push', fixed])).output).toMatch(
      said('cannot be overwritten because the tag is immutable', 'PUT .*: 400 Bad Request'),
    );
    const missing = `${ecr.host}/no/such:1`;
    await works(['tag', image, missing]);
    expect((await docker(['push', missing])).output).toMatch(
      said("The repository with name 'no/such' does not exist in the registry", 'POST .*: 404 Not Found'),
    );
    await works(['rmi', '--force', image, fixed, missing]);
    expect(ecr.tags(repositoryName)).toEqual({});
  });
});
