import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';
import { yamlBlocks } from '../../scripts/workflow-files.mjs';
import { engine } from '../support/engines.ts';
import { criticalFinding, quickScans } from '../support/scene.ts';
import { exampleWorkflow, repositoryWith, type Repository, type WorkflowRun } from './act.ts';
import { emptyWithRole, keyless } from './roles.ts';
import { withTools } from './tools.ts';

let ecr: LocalEcr;
const open: Repository[] = [];

beforeEach(async () => {
  ecr = await startLocalEcr({ scenario: { ...quickScans, roles: emptyWithRole.roles ?? [] } });
});
afterEach(async () => {
  for (const one of open.splice(0)) one.remove();
  await ecr.close();
});

const files = { Dockerfile: 'FROM scratch\nCOPY page.txt /\n', 'page.txt': 'hello\n' };

function repository(workflow: string, tag?: string): Repository {
  const made = repositoryWith(workflow, { ...files, 'page.txt': `${ecr.host}\n` }, tag);
  open.push(made);
  return made;
}

const jobEnv = () => ({ ...engine('containerd').env, ...ecr.env });
const mainPush = { ref: 'refs/heads/main', repository: { default_branch: 'main', full_name: 'team/app' } };
const tagPush = { ...mainPush, ref: 'refs/tags/v1.2.3' };

/** The results of a job's steps, in the words of its log. */
const resultsOf = ({ steps }: WorkflowRun, job: string) =>
  steps.filter((one) => one.job === job).map(({ stage, step, result }) => `${stage} ${step}: ${result}`);

withTools(['act'], 'workflows, as act runs them', () => {
  test('uses: ./ ships; its outputs reach later steps and jobs, and post takes the login back', async () => {
    const made = repository(
      `
on: push
permissions: {}
jobs:
  image:
    runs-on: ubuntu-latest
    outputs:
      digest: \${{ steps.ship.outputs.digest }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - id: ship
        uses: ./
        with:
          repository: team/app
          tags: |
            v1.2.3
            latest
          result-file: result.json
          login: job
      - id: later
        run: |
          test -s "$DOCKER_CONFIG/config.json" && test "$(jq -r .digest result.json)" = "$DIGEST"
          mkdir -p "$STORE" && printf '%s %s %s' "$DIGEST" "$VERDICT" "$DOCKER_CONFIG" > "$STORE/later"
        env:
          DIGEST: \${{ steps.ship.outputs.digest }}
          VERDICT: \${{ steps.ship.outputs.verdict }}
  deploy:
    needs: image
    runs-on: ubuntu-latest
    steps:
      - run: printf '%s' "$DIGEST" > "$STORE/deployed"
        env:
          DIGEST: \${{ needs.image.outputs.digest }}
`.replace('$(jq -r .digest result.json)', '$(node -p "require(\'./result.json\').digest")'),
    );
    const ran = await made.run('push', mainPush, jobEnv());
    expect([ran.code, ran.code === 0 ? '' : ran.log]).toEqual([0, '']);
    const [digest, verdict, config = ''] = readFileSync(join(made.store, 'later'), 'utf8').split(' ');
    expect(ecr.tags('team/app')).toEqual({ 'v1.2.3': digest, latest: digest });
    expect(verdict).toBe('passed');
    expect(readFileSync(join(made.store, 'deployed'), 'utf8')).toBe(digest);
    expect(resultsOf(ran, 'image')).toEqual(expect.arrayContaining(['Main ./: success', 'Post ./: success']));
    expect(existsSync(config)).toBe(false);
  });

  test('uses: ./ with a finding fails the job, and no later step runs', async () => {
    ecr.setScenario({ ...quickScans, results: [{ match: {}, findings: [criticalFinding] }] });
    const made = repository(`
on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - id: ship
        uses: ./
        with: { repository: team/app, tags: latest }
      - run: touch "$STORE-reached"
      - if: failure()
        run: mkdir -p "$STORE" && printf '%s' "$CODE" > "$STORE/code"
        env:
          CODE: \${{ steps.ship.outputs.error-code }}
`);
    const ran = await made.run('push', mainPush, jobEnv());
    expect(ran.code).not.toBe(0);
    expect(readFileSync(join(made.store, 'code'), 'utf8')).toBe('policy-failed');
    expect(existsSync(`${made.store}-reached`)).toBe(false);
    expect(resultsOf(ran, 'image')).toEqual(expect.arrayContaining(['Main ./: failure', 'Post ./: success']));
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('the README’s workflow ships, with the role that it takes on', async () => {
    const [workflow = ''] = yamlBlocks(readFileSync('README.md', 'utf8'));
    const made = repository(workflow, 'v1.2.3');
    const ran = await made.run('push', tagPush, {
      ...keyless(jobEnv()),
      ...ecr.oidcEnv('repo:team/app:ref:refs/heads/main'),
    });
    expect([ran.code, ran.code === 0 ? '' : ran.log]).toEqual([0, '']);
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(
      expect.arrayContaining(['1.2.3', 'latest', expect.stringMatching(/^sha-[0-9a-f]{7}$/)]),
    );
    expect(resultsOf(ran, 'deploy')).toContain('Main echo "deploy $IMAGE": success');
    expect(ran.log).toContain(`deploy team/app@${ecr.tags('team/app')['1.2.3'] ?? 'none'}`);
  });

  test('release.yml ships two platforms by a version', async () => {
    const made = repository(exampleWorkflow('release.yml'), 'v1.2.3');
    const ran = await made.run('push', tagPush, jobEnv());
    expect([ran.code, ran.code === 0 ? '' : ran.log]).toEqual([0, '']);
    const tags = ecr.tags('team/app');
    expect(Object.keys(tags).sort()).toEqual(['1', '1.2', '1.2.3', 'latest']);
    const result = JSON.parse(readFileSync(join(made.store, 'ecr-ship/ecr-ship.json'), 'utf8')) as {
      digest: string;
    };
    expect(result.digest).toBe(tags['1.2.3']);
    expect(ran.log).toContain(`deploy team/app@${result.digest}`);
  });

  test('gate.yml leaves its evidence and its findings where it fails', async () => {
    ecr.setScenario({ ...quickScans, results: [{ match: {}, findings: [criticalFinding] }] });
    const made = repository(exampleWorkflow('gate.yml'));
    const ran = await made.run('push', mainPush, jobEnv());
    expect(ran.code).not.toBe(0);
    expect(readFileSync(join(made.store, 'evidence/VALIDATION.md'), 'utf8')).toContain(criticalFinding.id);
    expect(resultsOf(ran, 'image').filter((one) => one.endsWith(': failure'))).toEqual([
      'Main org/ecr-ship@v1: failure',
    ]);
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('pull-request.yml builds without credentials, and pushes nothing', async () => {
    const made = repository(exampleWorkflow('pull-request.yml'));
    const payload = {
      action: 'opened',
      number: 7,
      pull_request: { number: 7, head: { ref: 'topic' }, base: { ref: 'main' } },
      repository: mainPush.repository,
    };
    const ran = await made.run('pull_request', payload, { ...engine('containerd').env });
    expect([ran.code, ran.code === 0 ? '' : ran.log]).toEqual([0, '']);
    expect(ecr.requests).toEqual([]);
  });
});
