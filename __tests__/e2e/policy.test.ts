import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { criticalFinding, onlyError, quickScans, type SceneOptions } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const files = {
  'result-file': 'result.json',
  'evidence-file': 'VALIDATION.md',
  'sarif-file': 'findings.sarif',
};
const dockerfile = { Dockerfile: 'FROM scratch\nCOPY hello.txt /\n', 'hello.txt': 'hello\n' };

const withFinding = (exceptions?: string): SceneOptions => ({
  scenario: { results: [{ match: {}, findings: [criticalFinding] }] },
  files: { ...dockerfile, ...(exceptions !== undefined && { '.github/ecr-ship.yml': exceptions }) },
});

/** A day so many days from today, as the file of exceptions wants it. */
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);
const exceptionUntil = (day: string) =>
  `exceptions:\n  - id: CVE-2024-0001\n    package: openssl\n    reason: TLS ends at the load balancer\n    expires: ${day}\n`;

function left(workspace: string) {
  const read = (name: string) => readFileSync(join(workspace, name), 'utf8');
  return {
    evidence: read('VALIDATION.md'),
    result: JSON.parse(read('result.json')) as Record<string, unknown>,
    sarif: JSON.parse(read('findings.sarif')) as {
      runs: { results: { ruleId: string; suppressions?: object[] }[] }[];
    },
  };
}

describe('the gate', () => {
  test('a clean image passes, and its evidence goes into the document that is there', async () => {
    const { ecr, ship, workspace } = await scene(engine('containerd'));
    writeFileSync(join(workspace, 'VALIDATION.md'), '# Release 1\n\nSigned: A. Person\n');
    const { main } = await ship(files);
    expect(main.errors).toEqual([]);
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({ ...files, verdict: 'passed', 'baseline-digest': '' });
    const { evidence, sarif } = left(workspace);
    expect(evidence).toMatch(/^# Release 1\n\nSigned: A\. Person\n\n<!-- ecr-ship:begin team\/app -->\n/);
    expect(evidence).toContain('- Verdict: **passed**');
    expect(evidence).toContain(`| Digest | \`${String(main.outputs['digest'])}\` |`);
    expect(evidence).toMatch(/\| Role \| `arn:aws:/);
    expect(evidence).toContain('docker buildx build');
    expect(sarif.runs[0]?.results).toEqual([]);

    const again = await ship({ ...files, labels: 'release=2', tags: 'v1.1.0\nlatest' });
    expect(again.main.exitCode).toBe(0);
    expect(again.main.outputs['baseline-digest']).toBe(main.outputs['digest']);
    const second = left(workspace).evidence;
    expect(second.match(/ecr-ship:begin/g)).toHaveLength(1);
    expect(second).not.toContain(String(main.outputs['digest']));
    expect(ecr.tags('team/app')['latest']).toBe(again.main.outputs['digest']);
  });

  test('a critical finding fails, and every file is written all the same', async () => {
    const { ecr, ship, workspace } = await scene(engine('containerd'), withFinding());
    const { main } = await ship(files);
    expect(main.exitCode).toBe(1);
    expect(onlyError(main)).toContain(
      '1 CRITICAL finding, none allowed: CVE-2024-0001 in openssl (linux/amd64)',
    );
    expect(ecr.tags('team/app')).toEqual({});
    const { evidence, result, sarif } = left(workspace);
    expect(evidence).toContain('- Verdict: **failed**');
    expect(result).toMatchObject({ findings: [{ id: 'CVE-2024-0001', standing: 'counts' }] });
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['CVE-2024-0001']);
  });

  test('a critical finding that is excepted passes, with its reason in summary, evidence, result and SARIF', async () => {
    const { ecr, ship, workspace } = await scene(
      engine('containerd'),
      withFinding(
        `${exceptionUntil(inDays(100))}  - { id: CVE-2000-1, reason: gone, expires: ${inDays(9)} }\n`,
      ),
    );
    const { main } = await ship(files);
    expect(main.exitCode).toBe(0);
    expect(main.warnings).toEqual([]);
    expect(main.notices.join('\n')).toContain('Exceptions match no finding: CVE-2000-1 (line 6,');
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
    expect(main.outputs).toMatchObject({ verdict: 'passed', critical: '1' });
    expect(main.summary).toContain('| TLS ends at the load balancer');
    const { evidence, result, sarif } = left(workspace);
    expect(evidence).toContain('| TLS ends at the load balancer');
    expect(result).toMatchObject({
      findings: [{ standing: 'accepted' }],
      exceptionStates: ['applied', 'unused'],
    });
    expect(sarif.runs[0]?.results[0]?.suppressions).toHaveLength(1);
  });

  test('an exception that ends soon passes with a warning', async () => {
    const { ship } = await scene(engine('containerd'), withFinding(exceptionUntil(inDays(3))));
    const { main } = await ship();
    expect(main.exitCode).toBe(0);
    expect(main.warnings.join('\n')).toContain('Exceptions end soon: CVE-2024-0001 in openssl');
  });

  test('an exception that has expired fails, and says that it has', async () => {
    const { ecr, ship } = await scene(engine('containerd'), withFinding(exceptionUntil(inDays(-1))));
    const { main } = await ship();
    expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
    expect(main.warnings.join('\n')).toContain('Exceptions have expired');
    expect(main.summary).toContain('**expired**');
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('a file of exceptions that is wrong ends the run with its lines, before anything is pushed', async () => {
    const { ecr, ship } = await scene(
      engine('containerd'),
      withFinding('exceptions:\n  - id: CVE-1\n    until: 2030\n'),
    );
    const { main } = await ship();
    expect(onlyError(main)).toContain(
      'line 2: reason is missing; line 2: expires is missing; line 3: unknown key until; known: id,',
    );
    expect(ecr.digests('team/app')).toEqual([]);
  });

  test('a pull request from a fork cannot bring its own exceptions', async () => {
    const { ecr, ship, workspace } = await scene(
      engine('containerd'),
      withFinding(exceptionUntil(inDays(100))),
    );
    const event = join(workspace, 'event.json');
    const repo = (full_name: string) => ({ repo: { full_name } });
    const from = (head: string) => {
      writeFileSync(
        event,
        JSON.stringify({ pull_request: { number: 12, head: repo(head), base: repo('team/app') } }),
      );
      const job = { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_EVENT_PATH: event };
      return ship({ tags: 'type=ref,event=pr\nlatest' }, job);
    };
    const { main } = await from('stranger/app');
    expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
    expect(main.warnings.join('\n')).toContain('comes from another repository, stranger/app');
    expect(ecr.tags('team/app')).toEqual({});
    expect((await from('team/app')).main.exitCode).toBe(0);
  });
});

test('with only-new an old critical finding passes and a new one fails', async () => {
  const { ecr, ship } = await scene(engine('containerd'), withFinding());
  const first = await ship({ 'fail-on': 'none' });
  const old = first.main.outputs['digest'] ?? '';
  expect(ecr.tags('team/app')['latest']).toBe(old);

  const tags = 'type=sha\nlatest';
  const second = await ship({ 'only-new': 'true', labels: 'release=2', tags });
  expect(second.main.errors).toEqual([]);
  expect(second.main.outputs).toMatchObject({ verdict: 'passed', critical: '1', 'baseline-digest': old });
  expect(second.main.summary).toContain('0 new, 0 fixed since <code>latest</code>');
  const live = second.main.outputs['digest'] ?? '';
  expect(ecr.tags('team/app')['latest']).toBe(live);

  const fresh = { ...criticalFinding, id: 'CVE-2024-0002' };
  ecr.setScenario({
    ...quickScans,
    results: [
      { match: { digest: live }, findings: [criticalFinding] },
      { match: {}, findings: [criticalFinding, fresh] },
    ],
  });
  const third = await ship({ 'only-new': 'true', labels: 'release=3', tags: 'v3.0.0\nlatest' });
  expect(onlyError(third.main)).toContain(
    '1 CRITICAL finding, none allowed: CVE-2024-0002 in openssl (linux/amd64)',
  );
  expect(third.main.outputs).toMatchObject({ verdict: 'failed', critical: '2', 'baseline-digest': live });
  expect(ecr.tags('team/app')['latest']).toBe(live);
});

test('with only-fixable a finding without a fix passes, and one with a fix fails', async () => {
  const enhanced = (fixAvailable: string): SceneOptions => ({
    scenario: {
      scanning: { type: 'ENHANCED', frequency: 'SCAN_ON_PUSH' },
      results: [{ match: {}, findings: [{ ...criticalFinding, fixAvailable }] }],
    },
  });
  const shipped = async (fixAvailable: string) => {
    const { ship } = await scene(engine('containerd'), enhanced(fixAvailable));
    return (await ship({ 'only-fixable': 'true' })).main.outputs['verdict'];
  };
  expect([await shipped('NO'), await shipped('PARTIAL'), await shipped('YES')]).toEqual([
    'passed',
    'failed',
    'failed',
  ]);
});
