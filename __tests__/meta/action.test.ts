import { execFileSync } from 'node:child_process';
import { helpOn } from '../../src/types/error-text.ts';
import { errorCodes } from '../../src/types/errors.ts';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { outputNames } from '../../src/report/outputs.ts';
import { resultFileOf } from '../../src/report/result-file.ts';
import { parseExceptions } from '../../src/policy/exceptions-file.ts';
import type { Row } from '../../src/inputs/row.ts';
import { inputNames, inputTable } from '../../src/inputs/table.ts';
import { imageFrom, inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(join(root, name)).isFile());

const pagesForPeople = [...readdirSync(root), ...files('docs')].filter((name) => name.endsWith('.md'));

interface ActionFile {
  readonly inputs: Readonly<Record<string, { description: string; default?: string; required?: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: Readonly<Record<string, string>>;
}
const action = parse(read('action.yml')) as ActionFile;

describe('action.yml', () => {
  test('has the inputs that the table has, in its order, with their defaults and words', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => ({
      name,
      default: input.default ?? '',
      required: input.required ?? false,
      doc: input.description.trim().replace(/\s+/g, ' '),
    }));
    const known = inputNames.map((name) => {
      const { default: value, doc }: Row<unknown> = inputTable[name];
      return { name, default: value, required: false, doc };
    });
    expect(declared).toEqual(known);
  });

  test('has the outputs that the code sets', () => {
    expect(Object.keys(action.outputs).sort()).toEqual([...outputNames].sort());
  });

  test('runs committed files on Node 24, one for main and one for post', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' });
    const committed = execFileSync('git', ['ls-files', 'dist'], { cwd: root, encoding: 'utf8' }).split('\n');
    expect(committed).toEqual(expect.arrayContaining(['dist/index.js', 'dist/post.js']));
  });
});

test('the generated parts of the documentation are up to date', () => {
  expect(() =>
    execFileSync('node', ['--import', 'tsx', 'scripts/docs.ts', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow();
});

describe('every workflow that is shown or run', () => {
  const readme = [...read('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, text]) => ['README.md', text ?? ''] as const,
  );
  const rest = [...files('examples/workflows'), ...files('.github/workflows')].map(
    (path) => [path, read(path)] as const,
  );

  test.each([...readme, ...rest])('%s uses only what action.yml declares', (_, text) => {
    const workflow = parse(text) as {
      jobs: Record<string, { steps?: { uses?: string; id?: string; with?: Record<string, unknown> }[] }>;
    };
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);
    expect(steps.length).toBeGreaterThan(0);
    const ours = steps.filter(({ uses }) => uses?.startsWith('org/ecr-ship@') === true || uses === './');
    for (const step of ours) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      expect(step.with).toHaveProperty('repository');
      const readOutputs = [...text.matchAll(/steps\.ship\.outputs\.([\w-]+)/g)].map(([, name]) => name);
      expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(readOutputs));
    }
  });

  test('there are some that use the action', () => {
    expect(
      [...readme, ...rest].filter(([, text]) => text.includes('org/ecr-ship@')).length,
    ).toBeGreaterThanOrEqual(3);
  });
});

describe('docs/reference/errors.md', () => {
  const page = read('docs/reference/errors.md');
  const parts = page.split(/^## /m).slice(1);
  const explained = parts.flatMap((part) => /^`([\w-]+)`\n/.exec(part)?.[1] ?? []);

  test('has a heading for every error code in its order, and for no other', () => {
    expect(errorCodes.length).toBeGreaterThan(10);
    expect(explained).toEqual([...errorCodes]);
  });

  test('says of each what it means, what usually causes it, and what to do', () => {
    const poor = parts
      .filter((part) => part.startsWith('`'))
      .filter((part) => !part.startsWith('`internal`') && !/^- /m.test(part))
      .map((part) => part.slice(0, 30));
    expect(poor).toEqual([]);
  });

  test('is where the errors link to', () => {
    const anchors = [...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const code of errorCodes) expect(anchors).toContain(helpOn(code).split('#')[1]);
  });
});

describe('the schema of the result file', () => {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    formats: { 'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, date: /^\d{4}-\d\d-\d\d$/ },
  });
  const validate = ajv.compile(JSON.parse(read('docs/reference/result-file.schema.json')) as object);

  test.each([
    { name: 'a run that passed', given: { tags: 'latest' }, world: {} },
    {
      name: 'a run that failed',
      given: { tags: 'latest' },
      world: { findings: [{ id: 'CVE-1', severity: 'critical' as const }] },
    },
    {
      name: 'a run that was compared and has exceptions',
      given: { tags: 'latest', 'only-new': 'true', 'evidence-file': 'x.md' },
      world: {
        findings: [{ id: 'CVE-1', severity: 'critical' as const }],
        tags: { latest: imageFrom(undefined) },
        live: [{ id: 'CVE-2', severity: 'low' as const }],
        files: {
          '.github/ecr-ship.yml': 'exceptions: [{ id: CVE-1, reason: why, expires: 2026-06-30 }]',
        },
      },
    },
    { name: 'bad inputs', given: { repository: '' }, world: {} },
    { name: 'a build alone', given: { push: 'false' }, world: {} },
  ])('holds for $name', async ({ given, world }) => {
    const result = resultFileOf(await ship(inputs(given), run, memoryWorld(world)));
    expect(validate(result) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...result, more: 1 })).toBe(false);
  });
});

test('the documented file of exceptions can be used, and its schema says so', () => {
  const [, text = ''] =
    /## The exceptions file\n\n```yaml\n([\s\S]*?)```/.exec(read('docs/reference/policy.md')) ?? [];
  const parsed = parseExceptions(text, Date.parse('2026-11-01T00:00:00Z'));
  expect(parsed).toMatchObject({ ok: true, list: [{ id: 'CVE-2024-12345', package: 'openssl' }] });
  const ajv = new Ajv2020({ formats: { date: /^\d{4}-\d\d-\d\d$/ } });
  const validate = ajv.compile(JSON.parse(read('docs/reference/exceptions.schema.json')) as object);
  expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
});

test('no chunk of the bundle is too large, and the YAML parser is in one of its own', () => {
  const chunks = files('dist').filter((name) => name.endsWith('.js'));
  for (const name of chunks)
    expect({ name, small: statSync(join(root, name)).size < 2_500_000 }).toEqual({ name, small: true });
  const withYaml = chunks.filter((name) => read(name).includes('Map keys must be unique'));
  expect(withYaml).toHaveLength(1);
  expect(withYaml).not.toContain('dist/index.js');
});

test('every npm script that the documentation names exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const pages = pagesForPeople.map(read).join('\n');
  const named = [
    ...pages.matchAll(/npm (?:run )?(demo|test|bench|build|check|docs|local-ecr|lint|[a-z-]+:[a-z]+)\b/g),
  ].map(([, name]) => name ?? '');
  expect(new Set(named)).toContain('demo');
  for (const name of named) expect(scripts).toHaveProperty([name]);
});

test('the bundle is made of dependencies, not of tools', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const imported = files('src').flatMap((name) =>
    [...read(name).matchAll(/from '([^.'][^']*)'|import\('([^.'][^']*)'\)/g)].map(([, a, b]) => a ?? b ?? ''),
  );
  const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
  const packages = [...new Set(imported.filter((name) => !name.startsWith('node:')).map(packageOf))].sort();
  expect(packages).toEqual(
    Object.keys(dependencies)
      .filter((name) => packages.includes(name))
      .sort(),
  );
  expect(Object.keys(dependencies).sort()).toEqual(packages);
});
