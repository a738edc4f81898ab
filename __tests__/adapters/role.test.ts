import { afterAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import * as sdk from '@aws-sdk/client-ecr';
import { startLocalEcr, type Fault, type LocalEcr } from '../../local-ecr/index.ts';
import { roleSession } from '../../src/adapters/aws/role.ts';
import { ShipError } from '../../src/types/errors.ts';
import { parseRegion } from '../../src/types/names.ts';
import { parseRoleArn } from '../../src/types/role.ts';
import { quickScans } from '../support/scene.ts';

const arn = 'arn:aws:iam::123456789012:role/ship';
const before = { ...process.env };
let ecr: LocalEcr;
beforeEach(async () => {
  ecr = await startLocalEcr({
    scenario: {
      ...quickScans,
      roles: [
        {
          arn,
          trustPolicy: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: {
                  Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
                },
                Action: 'sts:AssumeRoleWithWebIdentity',
              },
            ],
          },
        },
      ],
    },
  });
  Object.assign(process.env, ecr.env, ecr.oidcEnv(), { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
});
afterEach(async () => {
  await ecr.close();
});
afterAll(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
});

const take = () =>
  roleSession(
    { region: parseRegion('eu-west-1')! },
    { arn: parseRoleArn(arn)!, sessionName: 'test', durationSeconds: 3600, audience: 'sts.amazonaws.com' },
    { signal: new AbortController().signal, mask: () => undefined, sdk },
  ).arn();

const halves: readonly Fault[] = [
  { kind: 'sts', operation: 'STS', half: 'whole' },
  { kind: 'oidc', operation: 'OIDC', half: 'whole' },
];

describe('half an answer that is declared whole', () => {
  test.each(halves)('from $operation is asked for again', async (fault) => {
    ecr.addFault({ ...fault, times: 1 });
    expect(await take()).toContain(':assumed-role/ship/test');
  });

  test.each(halves)('and again is an error in words of ours: $operation', async (fault) => {
    ecr.addFault(fault);
    const error: unknown = await take().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShipError);
    expect((error as ShipError).message).toMatch(/cannot be read|is not JSON/);
    expect((error as ShipError).message).not.toMatch(/aws-sdk|hidden field|SyntaxError/);
  });
});
