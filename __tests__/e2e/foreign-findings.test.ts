import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onEngines } from '../support/engines.ts';
import { grype, openssl, trivy, zlib } from '../support/sarif.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const publicRepositories = [{ name: 'app' }];
const accepted = `exceptions:\n  - id: CVE-2024-0001\n    package: openssl\n    reason: TLS ends at the load balancer\n    expires: ${new Date(Date.now() + 90 * 24 * 3600_000).toISOString().slice(0, 10)}\n`;
/** What ECR's scanner answers for an image whose operating system it does not know. */
const unsupported = {
  phases: [
    { afterMs: 0, status: 'ABSENT' },
    { afterMs: 60, status: 'UNSUPPORTED_IMAGE' },
  ],
} as const;

const publishing = { mode: 'publish', findings: 'trivy.sarif', tags: 'v1.0.0\nlatest', labels: '' };

onEngines(['buildx', 'containerd'], (on) => {
  test('a candidate is scanned by another scanner, and published only when the policy takes its findings', async () => {
    const { ecr, ship, workspace } = await scene(on);
    const leave = (name: string, text: string) => {
      writeFileSync(join(workspace, name), text);
    };
    const built = await ship({ mode: 'build' });
    expect([built.main.exitCode, built.main.errors]).toEqual([0, []]);
    const { digest = '', image = '' } = built.main.outputs;
    leave('trivy.sarif', trivy([openssl, zlib], { digests: [image] }));
    const publish = { ...publishing, from: digest };

    const refused = await ship({ ...publish, 'sarif-file': 'all.sarif' });
    expect(onlyError(refused.main)).toContain(
      '1 CRITICAL finding, none allowed: CVE-2024-0001 in openssl (linux/amd64) said by Trivy',
    );
    expect(refused.main.outputs).toMatchObject({
      verdict: 'failed',
      scanners: 'Amazon ECR basic scanning, Trivy 0.69.3',
      critical: '1',
      low: '1',
    });
    expect(refused.main.summary).toContain(
      '| `trivy.sarif` | Trivy 0.69.3 | `linux/amd64` | 2 | names its digest |',
    );
    expect(Object.keys(ecr.tags('team/app')).filter((tag) => !tag.startsWith('candidate-'))).toEqual([]);

    // Another image's file, which has nothing to complain of, does not help.
    leave('trivy.sarif', trivy([], { digests: [`app@sha256:${'e'.repeat(64)}`] }));
    const wrong = await ship(publish);
    expect(onlyError(wrong.main)).toContain(
      'it is about another image: it names eeeeeeeeeeee, and this one is',
    );

    leave('trivy.sarif', trivy([openssl], { digests: [image] }));
    leave('exceptions.yml', accepted);
    const passed = await ship({ ...publish, exceptions: 'exceptions.yml' });
    expect([passed.main.exitCode, passed.main.errors]).toEqual([0, []]);
    expect(passed.main.outputs).toMatchObject({ verdict: 'passed', accepted: '1', critical: '1' });
    expect(ecr.tags('team/app')).toMatchObject({ 'v1.0.0': digest, latest: digest });
  });

  test('a candidate that an engine has pulled is known by the id that the engine gives it', async () => {
    const { ship, workspace, job, docker } = await scene(on);
    const pulling = job({ mode: 'build' });
    const built = await pulling.main();
    expect([built.exitCode, built.errors]).toEqual([0, []]);
    const { digest = '', image = '' } = built.outputs;
    const env = pulling.laterEnv();
    await docker(['pull', '--quiet', image], env);
    const id = (await docker(['image', 'inspect', '--format', '{{.Id}}', image], env)).trim();
    await docker(['image', 'rm', '--force', id], env);
    await pulling.post();
    writeFileSync(join(workspace, 'trivy.sarif'), trivy([zlib], { id }));
    const { main } = await ship({ ...publishing, from: digest });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.summary).toContain('names its digest');
    expect(main.outputs).toMatchObject({ verdict: 'passed', low: '1' });
  });

  test('what is built anew after push: false is another image, so that a file about the first one is refused', async () => {
    const { ecr, ship, workspace } = await scene(on);
    const first = await ship({ push: 'false' });
    expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
    writeFileSync(join(workspace, 'trivy.sarif'), trivy([], { id: String(first.main.outputs['image-id']) }));
    const { main } = await ship({ findings: 'trivy.sarif' });
    expect(onlyError(main)).toContain('it is about another image: it names');
    expect(ecr.tags('team/app')).toEqual({});
  });
});

onEngines(['buildx'], (on) => {
  test('an image that ECR does not support is judged by another scanner alone', async () => {
    const { ship, workspace } = await scene(on, { scenario: unsupported });
    writeFileSync(join(workspace, 'grype.sarif'), grype([zlib]));
    const { main } = await ship({ findings: 'grype.sarif' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.outputs).toMatchObject({ verdict: 'passed', scanners: 'grype 0.95.0', low: '1' });
    expect(main.notices.join('\n')).toContain('does not say by a digest which image it is about');
    const without = await ship();
    expect(onlyError(without.main)).toContain('no full scan of linux/amd64');
  });

  test('an image for ECR Public, which has no scanner, is judged by another one before it gets a tag', async () => {
    const { ecr, ship, workspace } = await scene(on, { scenario: { publicRepositories } });
    const inputs = { repository: 'local/app', 'registry-type': 'public', findings: 'grype.sarif' };
    writeFileSync(join(workspace, 'grype.sarif'), grype([openssl]));
    const refused = await ship(inputs);
    expect(onlyError(refused.main)).toContain('CVE-2024-0001 in openssl (linux/amd64) said by grype');
    expect(ecr.public.tags('app')).toEqual({});
    writeFileSync(join(workspace, 'grype.sarif'), grype([zlib]));
    const { main } = await ship(inputs);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.outputs).toMatchObject({ verdict: 'passed', 'scan-status': 'complete' });
    expect(Object.keys(ecr.public.tags('app')).sort()).toEqual(['latest', 'v1.0.0']);
  });

  test('a file that is not there ends the run before anything is built', async () => {
    const { ecr, ship } = await scene(on);
    const { main } = await ship({ findings: 'trivy.sarif' });
    expect(onlyError(main)).toContain('The file trivy.sarif of the input findings is not there.');
    expect(main.outputs['error-code']).toBe('invalid-findings');
    expect(ecr.digests('team/app')).toEqual([]);
  });
});
