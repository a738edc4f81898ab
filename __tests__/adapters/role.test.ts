import { afterAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import * as sdk from '@aws-sdk/client-ecr';
import { startLocalEcr, type Fault, type LocalEcr } from '../../local-ecr/index.ts';
import { roleSession } from '../../src/adapters/aws/role.ts';
import { ShipError } from '../../src/types/errors.ts';
import { parseRegion } from '../../src/types/names.ts';
import { parseRoleArn } from '../../src/types/role.ts';
import { serversOfThisFile } from '../support/http-server.ts';
import { quickScans } from '../support/scene.ts';

const arn = 'arn:aws:iam::123456789012:role/ship';
const listen = serversOfThisFile();
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

describe('a role that refuses the token', () => {
  const Principal = { AWS: 'arn:aws:iam::123456789012:root' };
  const trustPolicy = { Statement: [{ Effect: 'Allow' as const, Principal, Action: 'sts:AssumeRole' }] };
  const own = async () => {
    await ecr.close();
    ecr = await startLocalEcr({ scenario: { ...quickScans, roles: [{ arn, trustPolicy }] } });
    const { AWS_ACCESS_KEY_ID: AccessKeyId, AWS_SECRET_ACCESS_KEY: SecretAccessKey } = ecr.env;
    Object.assign(process.env, ecr.env, ecr.oidcEnv(), { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    return { AccessKeyId, SecretAccessKey };
  };
  afterEach(() => {
    Reflect.deleteProperty(process.env, 'AWS_CONTAINER_CREDENTIALS_FULL_URI');
  });

  test('and trusts the credentials of the container is assumed with these', async () => {
    const keys = await own();
    const Expiration = new Date(Date.now() + 3600_000).toISOString();
    const container = await listen((_request, response) => {
      response.end(JSON.stringify({ ...keys, Token: '', Expiration }));
    });
    process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] = `${container.url}/credentials`;
    expect(await take()).toContain(':assumed-role/ship/test');
    expect(container.asked.map(({ path }) => path)).toEqual(['/credentials']);
  });

  test('and a job without credentials are the error of the token', async () => {
    await own();
    await expect(take()).rejects.toMatchObject({ code: 'role-refused' });
  });
});
