import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onEngines } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

/** A file that a scanner wrote itself, see `scanner-files/README.md`, and what the policy makes of it. */
interface Row {
  readonly file: string;
  readonly scanner: string;
  /** The digest by which it names the image that was scanned. */
  readonly subject?: string;
  /** What counts for `fail-on: high`, in the words of the error. */
  readonly blocking: readonly string[];
  readonly counts: Readonly<Record<string, string>>;
  /** Its findings in the summary, with versions. */
  readonly shown: readonly string[];
}

const grypes = {
  scanner: 'grype 0.121.2',
  blocking: ['GHSA-aaaa-bbbb-cccc in @scope/left', 'CVE-2024-0001 in libssl3'],
  shown: ['| 1.3.0 → **1.3.1** |', '| 3.0.11-1 → **3.0.99-1** |'],
};

const trivys = {
  scanner: 'Trivy 0.74.0',
  subject: 'sha256:85bcc5cf6ec51fe030cfee29879258332cb1161e19b02944cbe08b114d21970b',
  blocking: ['CVE-2024-0003 in @scope/left', 'CVE-2024-0001 in libssl3'],
  counts: { critical: '1', high: '1', low: '1' },
  shown: grypes.shown,
};

const rows: readonly Row[] = [
  { ...trivys, file: 'trivy-0.74.0.sarif' },
  { ...trivys, file: 'trivy-0.74.0.json' },
  { ...trivys, file: 'trivy-0.74.0.cyclonedx.json', scanner: 'trivy 0.74.0' },
  { ...grypes, file: 'grype-0.121.2.sarif', counts: { critical: '1', high: '1', low: '1' } },
  {
    ...grypes,
    file: 'grype-0.121.2.json',
    subject: 'sha256:04b3f91e0a0a578c06dde52ed560c1f048bdee487ab14d89b8af4aeaad1f87af',
    counts: { critical: '1', high: '1', low: '0', informational: '1' },
  },
  {
    ...grypes,
    file: 'grype-0.121.2.cyclonedx.json',
    subject: 'sha256:04b3f91e0a0a578c06dde52ed560c1f048bdee487ab14d89b8af4aeaad1f87af',
    counts: { critical: '1', high: '1', low: '0', informational: '1' },
  },
  {
    file: 'osv-scanner-1.9.2.json',
    scanner: 'OSV-Scanner',
    blocking: ['CVE-2024-0003 in @scope/left'],
    counts: { critical: '1', high: '0', medium: '1' },
    shown: ['| 1.3.0 → **1.3.1** |'],
  },
];

const textOf = (file: string) => readFileSync(`__tests__/support/scanner-files/${file}`, 'utf8');

/** An image that ECR's scanner has nothing to say against, to be published. */
async function candidate(here: Scene) {
  const built = await here.ship({ mode: 'build' });
  expect([built.main.exitCode, built.main.errors]).toEqual([0, []]);
  const from = String(built.main.outputs['digest']);
  const given = { mode: 'publish', from, labels: '', tags: 'v1.0.0', 'fail-on': 'high' };
  const published = () => Object.keys(here.ecr.tags('team/app')).includes('v1.0.0');
  const leave = (name: string, text: string) => {
    writeFileSync(join(here.workspace, name), text);
  };
  return { from, given, published, leave };
}

const expires = new Date(Date.now() + 90 * 24 * 3600_000).toISOString().slice(0, 10);

/** An exceptions file that accepts findings, each as `<id> in <package>`. */
function accepting(findings: readonly string[]): string {
  const entries = findings.map((finding) => {
    const [id = '', name = ''] = finding.split(' in ');
    return `  - id: ${id}\n    package: '${name}'\n    reason: not reachable from outside\n    expires: ${expires}\n`;
  });
  return `exceptions:\n${entries.join('')}`;
}

onEngines(['buildx'], (on) => {
  test.each(rows)(
    '$file, which the scanner wrote itself, is judged, and published when its findings are accepted',
    async ({ file, scanner, subject, blocking, counts, shown }) => {
      const here = await scene(on);
      const { from, given, published, leave } = await candidate(here);
      leave(file, textOf(file).replaceAll(subject ?? from, from));

      const { main } = await here.ship({ ...given, findings: file });
      for (const finding of blocking) expect(onlyError(main)).toContain(`${finding} (linux/amd64) said by`);
      expect(main.outputs).toMatchObject({
        ...counts,
        verdict: 'failed',
        scanners: `Amazon ECR basic scanning, ${scanner}`,
      });
      for (const words of [...blocking.map((finding) => finding.split(' in ')[0] ?? ''), ...shown])
        expect(main.summary).toContain(words);
      const trust = subject === undefined ? 'names none, taken on trust' : 'names its digest';
      const found = Object.values(counts).reduce((sum, count) => sum + Number(count), 0);
      expect(main.summary).toContain(
        `| \`${file}\` | ${scanner} | \`linux/amd64\` | ${String(found)} | ${trust} |`,
      );
      expect(published()).toBe(false);

      leave('exceptions.yml', accepting(blocking));
      const accepted = await here.ship({ ...given, findings: file, exceptions: 'exceptions.yml' });
      expect([accepted.main.exitCode, accepted.main.errors]).toEqual([0, []]);
      expect(accepted.main.outputs).toMatchObject({
        ...counts,
        verdict: 'passed',
        accepted: String(blocking.length),
      });
      expect(accepted.main.summary).toContain('not reachable from outside');
      expect(published()).toBe(true);
    },
  );

  test('files of several scanners are judged together, and what one of them names as another image is not', async () => {
    const here = await scene(on);
    const { given, leave } = await candidate(here);
    for (const { file } of rows) leave(file, textOf(file));
    const together = await here.ship({ ...given, findings: 'grype-0.121.2.sarif\nosv-scanner-1.9.2.json' });
    expect(onlyError(together.main)).toContain('CVE-2024-0003 in @scope/left');
    expect(onlyError(together.main)).toContain('CVE-2024-0001 in libssl3');
    expect(together.main.outputs['scanners']).toBe('Amazon ECR basic scanning, grype 0.121.2, OSV-Scanner');

    const wrong = await here.ship({ ...given, findings: 'grype-0.121.2.json' });
    expect(onlyError(wrong.main)).toContain('it is about another image: it names 167ef2a0482d, 04b3f91e0a0a');
    expect(wrong.main.outputs['error-code']).toBe('invalid-findings');
  });

  test('a file in which nobody says how bad a finding is passes for nothing', async () => {
    const here = await scene(on);
    const { given, published, leave } = await candidate(here);
    leave('osv.sarif', textOf('osv-scanner-1.9.2.sarif'));
    const { main } = await here.ship({ ...given, findings: 'osv.sarif' });
    expect(onlyError(main)).toContain('give it --format json, which has the scores');
    expect(published()).toBe(false);
  });
});
