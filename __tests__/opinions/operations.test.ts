import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as privateSdk from '@aws-sdk/client-ecr';
import * as publicSdk from '@aws-sdk/client-ecr-public';
import { expect, test } from '@jest/globals';
import { operationNames } from '../../local-ecr/api.ts';
import { startLocalEcr } from '../../local-ecr/index.ts';
import { pageOf } from './docs.ts';
import { startMoto } from './moto.ts';
import { motoDifferences } from './moto-differences.ts';
import { emptyWithRole, roleSubject } from './roles.ts';
import { output, withTools } from './tools.ts';

const script = fileURLToPath(new URL('python/operations.py', import.meta.url));

interface Said {
  readonly steps: readonly { readonly step: string; readonly wanted: string; readonly came: string }[];
  /** What of the answers AWS's own model of the service does not have. */
  readonly problems: readonly string[];
}

async function said(client: 'boto3' | 'cli', env: Readonly<Record<string, string>>): Promise<Said> {
  return JSON.parse(await output('boto3', [script], { env: { ...env, ECR_SHIP_CLIENT: client } })) as Said;
}

/** The operations that a service has. */
const operationsOf = (sdk: object) =>
  Object.keys(sdk)
    .filter((name) => /^[A-Z]\w*Command$/.test(name))
    .map((name) => name.replace(/Command$/, ''))
    .sort();

const unlike = ({ steps }: Said) => steps.filter(({ wanted, came }) => wanted !== came);

withTools(['boto3', 'aws'], 'as AWS’s own clients see it, every operation', () => {
  test.each(['boto3', 'cli'] as const)('answers %s as AWS says', async (client) => {
    const ecr = await startLocalEcr({ verifySignatures: true, scenario: emptyWithRole });
    try {
      const env = {
        ECR_SHIP_PUBLIC: 'true',
        ECR_SHIP_ID_TOKEN: ecr.idToken(roleSubject, 'sts.amazonaws.com'),
      };
      const answers = await said(client, { ...ecr.env, ...env });
      expect(unlike(answers)).toEqual([]);
      expect(answers.problems).toEqual([]);
      const asked = (kind: string) =>
        [
          ...new Set(ecr.requests.filter((one) => one.kind === kind).map(({ operation }) => operation)),
        ].sort();
      expect(asked('api')).toEqual([...operationNames].sort());
      expect(asked('public-api')).toEqual(operationsOf(publicSdk));
    } finally {
      await ecr.close();
    }
  });
});

withTools(['boto3', 'moto_server'], 'moto', () => {
  test('answers alike, but for what is written down', async () => {
    const moto = await startMoto();
    try {
      const differing = unlike(await said('boto3', moto.env)).map(({ step }) => step);
      expect([...new Set(differing)].sort()).toEqual(motoDifferences.flatMap(({ steps }) => steps).sort());
    } finally {
      await moto.close();
    }
  });
});

test('the page on local-ecr names every operation of ECR that it does not have', () => {
  const missing = operationsOf(privateSdk).filter((name) => !operationNames.includes(name));
  const [, named = ''] =
    /^- Missing operations: (.+)\.$/m.exec(readFileSync(pageOf('local-ecr.md'), 'utf8')) ?? [];
  expect(named.split(', ')).toEqual(missing);
});

test('the page on local-ecr says where moto differs', () => {
  const page = readFileSync(pageOf('local-ecr.md'), 'utf8');
  const rows = motoDifferences.map(({ why, steps }) => `- ${why} (${String(steps.length)}).`);
  expect(page.split('\n')).toEqual(expect.arrayContaining(rows));
});
