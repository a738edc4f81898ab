import { afterEach, describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { startFakeBuilder } from '../support/fake-builder.ts';
import {
  attestation,
  attestationOf,
  imageOf,
  indexOf,
  linuxAmd64,
  type Pushed,
} from '../support/image-shapes.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The forms in which BuildKit stores them, before 0.32 and since. */
const forms = ['image', 'artifact'] as const;
type Form = (typeof forms)[number];

interface Attested {
  readonly pushed: Pushed;
  /** Of the statements' own manifest. */
  readonly statements: string;
  readonly image: string;
}

/** An index as BuildKit pushes it for one platform and `--provenance`. */
function attested(form: Form): Attested {
  const image = imageOf(`with statements as an ${form}`);
  const statements = attestation(image.top, form);
  const pushed = indexOf([
    [image, linuxAmd64],
    [statements, attestationOf(image.top.digest)],
  ]);
  return { pushed, statements: statements.top.digest, image: image.top.digest };
}

function seed({ ecr }: Scene, { pushed: { top, manifests, blobs } }: Attested): string {
  return ecr.seed('team/app', { manifests: [...manifests, top], blobs });
}

function pushes(digest: string, refusedAtFirst?: string): Readonly<Record<string, string>> {
  const builder = startFakeBuilder(digest, refusedAtFirst);
  closing.push(builder.close);
  return builder.env;
}

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const repositories = [{ name: 'team/app' }, { name: 'team/copy' }];
const spoken = { image: 'image manifest', artifact: 'OCI artifact with a subject' } as const;

describe.each(forms)('attestations as an %s', (form) => {
  test('go along to destinations under the same digests, are not scanned, and are in the summary', async () => {
    const here = await scene(engine('containerd'), { scenario: { repositories } });
    const made = attested(form);
    const digest = seed(here, made);
    const { main } = await here.ship({ destinations: `${host}/team/copy` }, pushes(digest));
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    for (const name of ['team/app', 'team/copy']) {
      expect(here.ecr.tags(name)).toEqual({ 'v1.0.0': digest, latest: digest });
      expect(here.ecr.digests(name).toSorted()).toEqual([digest, made.statements, made.image].toSorted());
    }
    expect(main.log).not.toContain('unknown/unknown');
    expect(Object.keys(JSON.parse(main.outputs['platforms'] ?? '') as object)).toEqual(['linux/amd64']);
    expect(main.summary).toMatch(new RegExp(`· 1 attestation.*, stored as ${spoken[form]}\n`));
    const scans = here.ecr.requests.filter(({ operation }) => operation === 'DescribeImageScanFindings');
    expect(scans.length).toBeGreaterThan(0);
    expect(scans.filter(({ body }) => body.includes(made.statements))).toEqual([]);
  });

  test('are promoted with their image', async () => {
    const here = await scene(engine('containerd'), { scenario: { repositories } });
    const made = attested(form);
    const digest = seed(here, made);
    const given = {
      mode: 'publish',
      labels: '',
      repository: 'team/copy',
      from: `${host}/team/app@${digest}`,
    };
    const { main } = await here.ship(given);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(here.ecr.tags('team/copy')['v1.0.0']).toBe(digest);
    expect(here.ecr.digests('team/copy')).toContain(made.statements);
  });

  test('get from the repository in which they are scanned to ECR Public', async () => {
    const here = await scene(engine('containerd'), {
      scenario: { repositories, publicRepositories: [{ name: 'app' }] },
    });
    const made = attested(form);
    const digest = seed(here, made);
    const given = { 'registry-type': 'public', repository: 'local/app', 'scan-repository': 'team/app' };
    const { main } = await here.ship(given, pushes(digest));
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.outputs['digest']).toBe(digest);
    expect(here.ecr.public.digests('app')).toContain(made.statements);
  });
});

describe('a registry that knows no subject', () => {
  const refused = (digest: string) =>
    `ERROR: failed to solve: failed to push x: unexpected status from PUT request to https://x/v2/team/app/manifests/${digest}: 405 Method Not Allowed`;

  test('is given the older form, and the log says so', async () => {
    const here = await scene(engine('containerd'), { scenario: { repositories, subjects: 'refused' } });
    const [older, newer] = [attested('image'), attested('artifact')];
    const digest = seed(here, older);
    const { main } = await here.ship({ provenance: 'true' }, pushes(digest, refused(newer.statements)));
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain(
      'The registry refused a manifest, as registries do that do not know its subject field',
    );
    expect(main.log).toContain('push=true,oci-artifact=false');
    expect(main.summary).toContain('stored as image manifest');
  });

  test('gets no copy of an image in the newer form, and the error says what gives the older one', async () => {
    const here = await scene(engine('containerd'), { scenario: { repositories, subjects: 'refused' } });
    const digest = seed(here, attested('artifact'));
    const { main } = await here.ship({ destinations: `${host}/team/copy` }, pushes(digest));
    expect(onlyError(main)).toContain('BUILDX_NO_DEFAULT_OCI_ARTIFACT: true in the job that builds');
    expect(here.ecr.tags('team/copy')).toEqual({});
  });
});
