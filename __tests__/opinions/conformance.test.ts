import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { startLocalEcr } from '../../local-ecr/index.ts';
import { rules } from './conformance-rules.ts';
import { pageOf } from './docs.ts';
import { loginOf } from './login.ts';
import { ended, withTools } from './tools.ts';

/** Every row that fails, by the rule that it fails for: each name, and how often. */
const rowsFile = fileURLToPath(new URL('conformance-rows.json', import.meta.url));
type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Row {
  readonly name: string;
  readonly status: string;
  /** The first line of what is wrong. */
  readonly message: string;
}

withTools(['conformance'], 'the OCI distribution specification’s own tests', () => {
  test('pass, but for rows that ECR would fail as well', async () => {
    const found = await rowsOn();
    const passed = found.filter(({ status }) => status === 'passed');
    const failed = found.filter(({ status }) => status === 'failure');
    expect(found.filter(({ status }) => !['passed', 'failure', 'skipped'].includes(status))).toEqual([]);
    // Also a guard against a suite that has looked at nothing.
    expect(passed.length).toBeGreaterThan(450);
    const unexplained = failed.filter((row) => rulesFor(row).length !== 1);
    expect(unexplained).toEqual([]);
    const byRule = counted(failed);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(rowsFile, `${JSON.stringify(byRule, null, 2)}\n`);
    expect(byRule).toEqual(JSON.parse(readFileSync(rowsFile, 'utf8')));
  });
});

test('the page on local-ecr has a row for every rule', () => {
  const expected = JSON.parse(readFileSync(rowsFile, 'utf8')) as Rows;
  const cells = readFileSync(pageOf('local-ecr.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const inPage = rules.map(({ name }) => cells.find((row) => row[1] === name)?.slice(2, 5));
  const inTest = rules.map(({ name, why, source }) => [
    why,
    String(Object.values(expected[name] ?? {}).reduce((sum, count) => sum + count, 0)),
    source,
  ]);
  expect(inPage).toEqual(inTest);
});

const rulesFor = ({ name, message }: Row) => rules.filter(({ row }) => row.test(`${name}: ${message}`));

function counted(failed: readonly Row[]): Rows {
  const entries = rules.map((rule) => {
    const names = failed.filter((row) => rulesFor(row)[0] === rule).map(({ name }) => name);
    const counts = new Map<string, number>();
    for (const name of names.sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [rule.name, Object.fromEntries(counts)] as const;
  });
  return Object.fromEntries(entries);
}

/** Runs the tests against a registry of their own. */
async function rowsOn(): Promise<Row[]> {
  const ecr = await startLocalEcr();
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-conformance-'));
  try {
    for (const name of ['conformance/repo1', 'conformance/repo2']) ecr.createRepository(name);
    const { username, password } = await loginOf(ecr);
    const env = {
      OCI_REGISTRY: ecr.host,
      OCI_TLS: 'disabled',
      OCI_USERNAME: username,
      OCI_PASSWORD: password,
      OCI_VERSION: '1.1',
      OCI_LOG: 'error',
      OCI_RESULTS_DIR: folder,
    };
    const { stderr } = await ended('conformance', [], { env, cwd: folder });
    expect(stderr.trim()).toBe('*** Conformance test detected a failure. ***');
    return rowsIn(readFileSync(join(folder, 'junit.xml'), 'utf8'));
  } finally {
    await ecr.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pure: the rows of a report in JUnit's format, as this program writes it. */
function rowsIn(xml: string): Row[] {
  return [...xml.matchAll(/<testcase name="([^"]*)"[^>]* status="(\w+)"[^>]*>([\s\S]*?)<\/testcase>/g)].map(
    ([, name = '', status = '', body = '']) => {
      const [, out = ''] = /<system-out>([\s\S]*?)<\/system-out>/.exec(body) ?? [];
      const [message = ''] = out.replaceAll('&#xA;', '\n').trim().split('\n');
      return { name: name.replace('OCI Conformance Test/', ''), status, message };
    },
  );
}
