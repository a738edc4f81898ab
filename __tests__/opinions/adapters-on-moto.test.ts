import { ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { ecrPrivate } from '../../src/adapters/ecr/ecr-private.ts';
import type { OpenRepository, Registry } from '../../src/ports.ts';
import { parseDigest } from '../../src/types/digest.ts';
import { ShipError } from '../../src/types/errors.ts';
import { parseRegion, parseRepositoryName, parseTag } from '../../src/types/names.ts';
import { plainSettings } from '../../src/types/repository-settings.ts';
import { startMoto, type Moto } from './moto.ts';
import { withTools } from './tools.ts';

const name = parseRepositoryName('team/app')!;
const tag = (text: string) => parseTag(text)!;

withTools(['moto_server'], 'the action’s side of the API, on moto', () => {
  let moto: Moto;
  let registry: Registry;
  let repository: OpenRepository;
  const before = { ...process.env };

  beforeAll(async () => {
    moto = await startMoto();
    Object.assign(process.env, moto.env);
    registry = ecrPrivate(new AbortController().signal)({
      region: parseRegion('eu-west-1')!,
      registryId: undefined,
    });
    const settings = {
      ...plainSettings,
      mutability: 'immutable' as const,
      exclusionFilters: ['latest'],
      encryption: { type: 'KMS' as const },
      tags: [{ key: 'team', value: 'a' }],
      lifecyclePolicy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 5 },
            action: { type: 'expire' },
          },
        ],
      }),
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Sid: 'pull', Effect: 'Allow', Principal: '*', Action: ['ecr:BatchGetImage'] }],
      }),
    };
    expect(await registry.open(name).creation!.create(settings)).toBe('created');
    expect(await registry.open(name).creation!.create(settings)).toBe('there');
    repository = await registry.open(name).opened();
  });
  afterAll(async () => {
    for (const key of Object.keys(process.env))
      if (!(key in before)) Reflect.deleteProperty(process.env, key);
    Object.assign(process.env, before);
    await moto.close();
  });

  /** An image as moto takes it, which reads of its digest what it is told. */
  async function put(imageTag: string, note: string) {
    const body = JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        digest: `sha256:${'1'.repeat(64)}`,
        size: 2,
      },
      layers: [],
      annotations: { note },
    });
    const imageDigest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
    const client = new ECRClient({ region: 'eu-west-1' });
    await client.send(
      new PutImageCommand({ repositoryName: name, imageManifest: body, imageDigest, imageTag }),
    );
    client.destroy();
    return { digest: parseDigest(imageDigest)!, body };
  }

  test('the caller, the login and the repository are read', async () => {
    expect(await registry.callerArn()).toMatch(/^arn:aws:sts::123456789012:/);
    expect(await registry.login()).toMatchObject({
      username: 'AWS',
      endpoint: 'https://123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    });
    expect(repository).toMatchObject({
      name: 'team/app',
      uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app',
      arn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app',
      registryId: '123456789012',
      mutability: { default: 'immutable', exceptFilters: ['latest'] },
      encryption: { type: 'KMS' },
    });
  });

  test('a repository that is not there is our error', async () => {
    const refused = await registry
      .open(parseRepositoryName('nowhere')!)
      .opened()
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ShipError);
    expect((refused as ShipError).code).toBe('repository-not-found');
  });

  test('its policies are read as they were set', async () => {
    expect(await repository.posture!.read()).toMatchObject({ lifecycle: { rules: [{}] }, access: {} });
  });

  test('images are read by tag and digest, listed, described, and lose tags', async () => {
    const { digest, body } = await put('1', 'one');
    expect(await repository.manifests.read([digest])).toMatchObject([{ digest, body }]);
    const read = await repository.tags.read([tag('1'), tag('none')]);
    expect([...read].map(([named, manifest]) => [named, manifest.digest])).toEqual([['1', digest]]);
    expect(await repository.images.describe([{ tag: tag('none') }, { digest }])).toMatchObject([
      { digest, tags: ['1'] },
    ]);
    expect(await repository.tags.list()).toEqual(['1']);
    expect(await repository.tags.remove(tag('1'))).toBe('removed');
    expect(await repository.tags.remove(tag('1'))).toBe('absent');
  });

  test('scan settings are read, a scan is started once, and what cannot be read is our error', async () => {
    expect(await repository.scanner!.settings()).toMatchObject({ scanner: 'basic' });
    const { digest } = await put('2', 'two');
    expect(await repository.scanner!.read(digest, { size: 1000 })).toMatchObject({ kind: 'no-scan' });
    expect(await repository.scanner!.start(digest, 60_000)).toEqual({ kind: 'started' });
    expect(await repository.scanner!.start(digest, 60_000)).toEqual({ kind: 'already-scanned' });
    const read = await repository.scanner!.read(digest, { size: 1000 }).catch((error: unknown) => error);
    expect(read).toMatchObject({ kind: 'status' });
  });
});
