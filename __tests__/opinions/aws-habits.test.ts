import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';
import { quickScans } from '../support/scene.ts';
import { emptyWithRole, keyless, roleSubject } from './roles.ts';
import { ended, output, withTools } from './tools.ts';

let ecr: LocalEcr;
let clock: number;
let folder: string;

const findings = Array.from({ length: 7 }, (_, at) => ({
  id: `CVE-2026-000${String(at)}`,
  severity: at === 0 ? 'HIGH' : 'LOW',
  package: 'zlib',
}));

beforeEach(async () => {
  clock = 0;
  folder = mkdtempSync(join(tmpdir(), 'ecr-ship-aws-'));
  ecr = await startLocalEcr({
    verifySignatures: true,
    clock: { now: () => Date.now() + clock },
    scenario: {
      ...quickScans,
      scanning: { type: 'BASIC', frequency: 'MANUAL' },
      // boto3 gives up where there is no scan yet, as AWS has one at once.
      phases: [
        { afterMs: 0, status: 'IN_PROGRESS' },
        { afterMs: 400, status: 'COMPLETE', findings: 'all' },
      ],
      repositories: ['team/app', 'team/b', 'team/c'].map((name) => ({ name })),
      results: [{ match: {}, findings }],
      roles: emptyWithRole.roles ?? [],
    },
  });
  for (let at = 0; at < 5; at++) ecr.seedImage('team/app', String(at), `image ${String(at)}`);
});
afterEach(async () => {
  await ecr.close();
  rmSync(folder, { recursive: true, force: true });
});

withTools(['boto3'], 'boto3', () => {
  test('turns pages, waits for scans, and is told what is wrong with credentials', async () => {
    const script = fileURLToPath(new URL('python/habits.py', import.meta.url));
    const said = JSON.parse(await output('boto3', [script], { env: ecr.env })) as Record<string, unknown>;
    expect(said).toEqual({
      tags: ['0', '1', '2', '3', '4'],
      imagePages: [2, 2, 1],
      images: 5,
      detailPages: [2, 2, 1],
      repositories: ['team/app', 'team/b', 'team/c'],
      repositoryPages: [2, 1],
      scan: 'complete',
      unscanned: expect.stringContaining('ImageNotFoundException'),
      counts: { HIGH: 1, LOW: 6 },
      findings: findings.map(({ id }) => id),
      wrongSecret: [
        'InvalidSignatureException',
        expect.stringContaining('The request signature we calculated'),
      ],
      nobody: ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
    });
  });
});

withTools(['aws'], 'the AWS CLI', () => {
  const aws = (args: readonly string[], env: Readonly<Record<string, string>> = ecr.env) =>
    ended('aws', args, { env: { HOME: folder, ...env } });
  const works = async (args: readonly string[], env?: Readonly<Record<string, string>>) => {
    const { code, stdout, stderr } = await aws(args, env);
    expect([code, stderr]).toEqual([0, '']);
    return stdout.trim();
  };

  test('gives the password that opens the registry', async () => {
    const password = await works(['ecr', 'get-login-password']);
    const authorization = `Basic ${Buffer.from(`AWS:${password}`).toString('base64')}`;
    expect((await fetch(`${ecr.url}/v2/`, { headers: { authorization } })).status).toBe(200);
    expect((await fetch(`${ecr.url}/v2/`)).status).toBe(401);
  });

  test('turns pages and asks for members', async () => {
    const tags = ['ecr', 'list-images', '--repository-name', 'team/app', '--page-size', '2'];
    const query = ['--query', 'imageIds[].imageTag', '--output', 'text'];
    expect((await works([...tags, ...query])).split(/\s/).sort()).toEqual(['0', '1', '2', '3', '4']);
    expect(ecr.requests.filter(({ operation }) => operation === 'ListImages')).toHaveLength(3);
    const some = JSON.parse(await works([...tags, '--max-items', '3'])) as { NextToken?: string };
    expect(some.NextToken).toBeDefined();
  });

  test('waits for a scan', async () => {
    const image = ['--repository-name', 'team/app', '--image-id', 'imageTag=0'];
    await works(['ecr', 'start-image-scan', ...image]);
    await works(['ecr', 'wait', 'image-scan-complete', ...image]);
    const shown = await works([
      ...['ecr', 'describe-image-scan-findings', ...image],
      ...['--query', 'imageScanFindings.findingSeverityCounts.HIGH'],
    ]);
    expect(shown).toBe('1');
  });

  test('takes a role on by a token in a file', async () => {
    const file = join(folder, 'token');
    writeFileSync(file, ecr.idToken(roleSubject, 'sts.amazonaws.com'));
    const role = {
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/ship',
      AWS_WEB_IDENTITY_TOKEN_FILE: file,
      AWS_ROLE_SESSION_NAME: 'opinion',
    };
    const arn = await works(['sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'], {
      ...keyless(ecr.env),
      ...role,
    });
    expect(arn).toBe('arn:aws:sts::123456789012:assumed-role/ship/opinion');
  });

  test.each([
    [
      'a repository that is not there',
      [],
      0,
      'RepositoryNotFoundException',
      /no\/such' does not exist in the registry/,
    ],
    [
      'a wrong secret',
      ['AWS_SECRET_ACCESS_KEY'],
      0,
      'InvalidSignatureException',
      /does not match the signature you provided/,
    ],
    [
      'a clock an hour behind',
      [],
      3600_000,
      'InvalidSignatureException',
      /Signature expired: .* is now earlier than/,
    ],
    [
      'a clock an hour ahead',
      [],
      -3600_000,
      'InvalidSignatureException',
      /Signature not yet current: .* is still later than/,
    ],
  ])('shows of %s what ECR says', async (_, wrong, off, code, words) => {
    clock = off;
    const changed = Object.fromEntries(wrong.map((name) => [name, 'wrong']));
    const shown = await aws(['ecr', 'describe-repositories', '--repository-names', 'no/such'], {
      ...ecr.env,
      ...changed,
    });
    expect(shown.code).not.toBe(0);
    expect(shown.stderr).toContain(
      `An error occurred (${code}) when calling the DescribeRepositories operation`,
    );
    expect(shown.stderr).toMatch(words);
  });
});
