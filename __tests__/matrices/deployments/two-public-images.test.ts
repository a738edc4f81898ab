import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { baseName } from '../../support/base-images.ts';
import { deploymentsOf } from '../../support/deployments.ts';
import { criticalFinding, onlyError, quickScans } from '../../support/scene.ts';
import { startScripts } from '../../support/workflow-steps.ts';

/* Two images for ECR Public and a server that pulls: examples/two-public-images, whose workflows are run as they are written. */
const deployments = deploymentsOf('two-public-images', ['node', 'web']);
const [node, web] = [baseName('node'), baseName('web')];
const more = {
  backend: { 'build-args': `BASE=${node}` },
  frontend: { 'build-args': `BUILD=${node}\nBASE=${web}` },
};
const scenario = { ...quickScans, repositories: [{ name: 'shop/gate' }] };
const open = () => deployments.open({ scenario, publicAliases: ['shop'] });

const server = {
  programs: { scp: 'cp "${@: -2:1}" server.env', ssh: 'true' },
  contexts: {
    secrets: { DEPLOY_SSH_KEY: 'key' },
    vars: { DEPLOY_KNOWN_HOSTS: 'hosts' },
  },
};

test('both come to ECR Public under the commit and latest in one run, the server pulls them, and goes back by naming a commit', async () => {
  const { scene, commit, run, folder, edit } = await open();
  const { ecr } = scene;
  const publish = async () => {
    const sha = commit();
    const { succeeded, shipped, outputs } = await run('publish.yml', 'images', { more });
    expect([shipped.map(({ errors }) => errors), succeeded]).toEqual([[[], []], true]);
    return { sha, shipped, outputs };
  };
  const first = await publish();
  const [backend, frontend] = first.shipped.map((main) => main.outputs['digest'] ?? '') as [string, string];
  expect(ecr.public.tags('backend')).toEqual({ [first.sha]: backend, latest: backend });
  expect(ecr.public.tags('frontend')).toEqual({ [first.sha]: frontend, latest: frontend });
  for (const main of first.shipped) {
    expect(main.outputs).toMatchObject({ verdict: 'passed', 'fixed-tag': first.sha });
    expect(main.log).toContain('passed: it answered 200');
  }
  // Where they were judged nothing is left that has a name.
  expect(ecr.tags('shop/gate')).toEqual({});
  const host = ecr.public.host;
  expect(first.outputs).toEqual({
    backend: `${host}/shop/backend@${backend}`,
    frontend: `${host}/shop/frontend@${frontend}`,
    tag: first.sha,
  });

  const deployed = await run('publish.yml', 'deploy', {
    ...server,
    contexts: { ...server.contexts, needs: { images: { outputs: first.outputs } } },
  });
  expect(deployed.scripts[0]).toMatchObject({ exitCode: 0, log: `The server runs ${first.sha}.\n` });
  const pulled = parseEnv(readFileSync(join(folder, 'server.env'), 'utf8'));
  expect(pulled).toEqual({
    DOCKER_IMAGE_BACKEND: `${host}/shop/backend@${backend}`,
    DOCKER_IMAGE_FRONTEND: `${host}/shop/frontend@${frontend}`,
    TAG: first.sha,
  });
  expect(deployed.calls.at(-1)).toContain('docker compose --env-file deploy.env pull && docker compose');

  edit('backend/server.mjs', ["'healthy'", "'fine'"]);
  const second = await publish();
  expect(ecr.public.tags('backend')['latest']).toBe(second.shipped[0]!.outputs['digest']);
  expect(ecr.public.tags('backend')['latest']).not.toBe(backend);

  const back = await run('rollback.yml', 'back', {
    ...server,
    event: 'workflow_dispatch',
    contexts: { ...server.contexts, inputs: { commit: first.sha } },
  });
  expect([back.shipped.map(({ errors }) => errors), back.succeeded]).toEqual([[[], []], true]);
  for (const { log } of back.shipped) expect(log).not.toContain('docker build');
  expect(ecr.public.tags('backend')).toMatchObject({ [first.sha]: backend, latest: backend });
  expect(ecr.public.tags('frontend')['latest']).toBe(frontend);
  expect(parseEnv(readFileSync(join(folder, 'server.env'), 'utf8'))).toEqual(pulled);
}, 240_000);

test('what does not pass never becomes public, and the server hears nothing of it', async () => {
  const { scene, commit, run } = await open();
  scene.ecr.setScenario({ ...scenario, results: [{ match: {}, findings: [criticalFinding] }] });
  commit();
  const { succeeded, shipped, outputs } = await run('publish.yml', 'images', { more });
  expect([succeeded, outputs]).toEqual([false, {}]);
  expect(shipped).toHaveLength(1);
  expect(onlyError(shipped[0]!)).toContain('CRITICAL');
  expect(scene.ecr.public.digests('backend')).toEqual([]);
});

test('compose reads the lines that the workflows write, and an image that is missing is an error', async () => {
  const { read, folder } = await open();
  const written = ['publish', 'rollback'].map((name) =>
    [...read(`.github/workflows/${name}.yml`).matchAll(/\b(DOCKER_IMAGE_\w+|TAG)=[a-z-]+$/gm)].map(
      ([, line]) => line,
    ),
  );
  const compose = read('compose.yaml');
  const wanted = [...compose.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
  expect(wanted).toEqual(['DOCKER_IMAGE_BACKEND', 'DOCKER_IMAGE_FRONTEND']);
  for (const lines of written) expect(lines).toEqual(expect.arrayContaining(wanted));
  const services = Object.keys((parse(compose) as { services: object }).services);
  expect(compose).toContain(`http://${services[0] ?? ''}:3000`);
  expect(folder).toBeTruthy();
});

describe('clean.sh', () => {
  const day = 86_400;
  const now = Math.floor(Date.now() / 1000);
  const images = [
    ...Array.from({ length: 5 }, (_, at) => ({
      imageDigest: `sha256:${String(at)}`,
      imageTags: [`commit-${String(at)}`, ...(at === 4 ? ['latest'] : [])],
      imagePushedAt: now - at * day,
    })),
    {
      imageDigest: 'sha256:old',
      imagePushedAt: new Date((now - 2 * day) * 1000).toISOString().replace('Z', '000+00:00'),
    },
    { imageDigest: 'sha256:new', imagePushedAt: now - 60 },
  ];

  test('keeps the newest, what latest names, and what was pushed today without a tag', async () => {
    const { read, folder } = await open();
    const aws = `case "$2" in
      describe-images) echo '${JSON.stringify({ imageDetails: images })}' ;;
      *) echo '{}' ;;
    esac`;
    const runner = startScripts({ aws }, folder);
    const ran = await runner.run({ run: './clean.sh', env: { KEEP: '2', REPOSITORY: 'backend' } }, {});
    const calls = runner.calls();
    runner.remove();
    expect(ran).toMatchObject({ exitCode: 0, log: 'backend: removed 3 of 7 images\n' });
    expect(calls[1]).toBe(
      `aws ecr-public batch-delete-image --region us-east-1 --repository-name backend --image-ids ${JSON.stringify(
        ['2', '3', 'old'].map((name) => ({ imageDigest: `sha256:${name}` })),
      )}`,
    );
    expect(read('.github/workflows/clean.yml')).toContain('./clean.sh');
  });
});
