import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { parseExceptions } from '../../../src/policy/exceptions-file.ts';

const now = Date.parse('2026-03-04T05:06:07Z');

const example = `# Findings that are accepted for a time.
exceptions:
  - id: CVE-2024-12345
    package: openssl
    reason: >-
      not reachable,
      TLS ends at the load balancer
    expires: 2026-12-31
    approved-by: infra
  - { id: GHSA-x, reason: "only in tests", expires: "2026-04-01" }
`;

/** A file with one entry of the given lines, the first of them on line 2. */
const entry = (...lines: string[]) =>
  `exceptions:\n${lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n')}\n`;

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../docs/reference/exceptions.schema.json', import.meta.url), 'utf8'),
);
const conforms = new Ajv2020({ formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(schema as object);

test('the documented example', () => {
  expect(parseExceptions(example, now)).toEqual({
    ok: true,
    list: [
      {
        id: 'CVE-2024-12345',
        package: 'openssl',
        reason: 'not reachable, TLS ends at the load balancer',
        expires: '2026-12-31',
        endsAt: Date.parse('2027-01-01T00:00:00Z'),
        approvedBy: 'infra',
        line: 3,
      },
      {
        id: 'GHSA-x',
        package: undefined,
        reason: 'only in tests',
        expires: '2026-04-01',
        endsAt: Date.parse('2026-04-02T00:00:00Z'),
        approvedBy: undefined,
        line: 10,
      },
    ],
  });
  expect(conforms(parse(example)) ? [] : conforms.errors).toEqual([]);
});

test('a reason of several lines is one line, for that is where it is shown', () => {
  const text = entry(
    'id: CVE-1',
    'expires: 2026-12-31',
    'reason: |',
    '  not reachable,',
    '',
    '    really not',
  );
  const parsed = parseExceptions(text, now);
  expect(parsed.ok && parsed.list[0]?.reason).toBe('not reachable, really not');
});

describe('files that accept nothing', () => {
  test.each([
    { name: 'empty', text: '' },
    { name: 'comments only', text: '# nothing yet\n' },
    { name: 'a key without a list', text: 'exceptions:\n' },
    { name: 'an empty list', text: 'exceptions: []\n' },
  ])('$name', ({ text }) => {
    expect(parseExceptions(text, now)).toEqual({ ok: true, list: [] });
  });
});

describe('how far ahead an exception may end', () => {
  test.each([
    { name: 'a year, to the day', maxDays: '', expires: '2027-03-04', ok: true },
    { name: 'a day more than a year', maxDays: '', expires: '2027-03-05', ok: false },
    { name: 'two years where the file says so', maxDays: 'max-days: 730\n', expires: '2028-03-03', ok: true },
    { name: 'a day more than the file says', maxDays: 'max-days: 30\n', expires: '2026-04-04', ok: false },
    { name: 'long past: it is expired, not wrong', maxDays: '', expires: '2020-01-01', ok: true },
  ])('$name', ({ maxDays, expires, ok }) => {
    const text = maxDays + entry('id: CVE-1', 'reason: why', `expires: ${expires}`);
    const parsed = parseExceptions(text, now);
    expect(parsed.ok).toBe(ok);
    if (!parsed.ok) expect(parsed.problems[0]?.what).toMatch(/^expires is more than (365|30) days ahead; /);
  });
});

interface BadRow {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly what: string;
  /** The schema cannot know it: it has no calendar, no clock, and sees no lines. */
  readonly notInSchema?: true;
}

const badRows: readonly BadRow[] = [
  {
    name: 'an alias of a list',
    text: 'max-days: &list 3\nexceptions: *list\n',
    line: 2,
    what: '*list stands for what is written elsewhere; write the value itself',
  },
  {
    name: 'no reason',
    text: entry('id: CVE-1', 'expires: 2026-12-31'),
    line: 2,
    what: 'reason is missing',
  },
  {
    name: 'a reason that is blank',
    text: entry('id: CVE-1', "reason: '  '", 'expires: 2026-12-31'),
    line: 3,
    what: 'reason is missing',
  },
  {
    name: 'a reason that is nothing',
    text: entry('id: CVE-1', 'reason:', 'expires: 2026-12-31'),
    line: 3,
    what: 'reason is missing',
  },
  {
    name: 'a reason that is a number',
    text: entry('id: CVE-1', 'reason: 42', 'expires: 2026-12-31'),
    line: 3,
    what: 'reason must be text; put it in quotes',
  },
  { name: 'no end', text: entry('id: CVE-1', 'reason: why'), line: 2, what: 'expires is missing' },
  {
    name: 'an end that is no date',
    text: entry('id: CVE-1', 'reason: why', 'expires: next year'),
    line: 4,
    what: 'expires must be a day such as 2026-12-31',
  },
  {
    name: 'a day that does not exist',
    text: entry('id: CVE-1', 'reason: why', 'expires: 2026-02-30'),
    line: 4,
    what: 'expires must be a day such as 2026-12-31',
    notInSchema: true,
  },
  {
    name: 'a time beside the day',
    text: entry('id: CVE-1', 'reason: why', 'expires: 2026-12-31T00:00:00Z'),
    line: 4,
    what: 'expires must be a day such as 2026-12-31',
  },
  {
    name: 'no id',
    text: entry('reason: why', 'expires: 2026-12-31'),
    line: 2,
    what: 'id is missing',
  },
  {
    name: 'a misspelt key',
    text: entry('id: CVE-1', 'reason: why', 'expire: 2026-12-31', 'expires: 2026-12-31'),
    line: 4,
    what: 'unknown key expire; known: id, package, reason, expires, approved-by',
  },
  {
    name: 'an unknown key at the top',
    text: 'ignore: []\nexceptions: []\n',
    line: 1,
    what: 'unknown key ignore; known: exceptions, max-days',
  },
  {
    name: 'an empty package, which would widen the exception',
    text: entry('id: CVE-1', "package: ''", 'reason: why', 'expires: 2026-12-31'),
    line: 3,
    what: 'package is missing',
  },
  {
    name: 'an entry that is a text',
    text: 'exceptions:\n  - CVE-1\n',
    line: 2,
    what: 'an exception must be a mapping with id, reason and expires',
  },
  {
    name: 'exceptions that are no list',
    text: 'exceptions:\n  CVE-1: why\n',
    line: 2,
    what: 'exceptions must be a list',
  },
  {
    name: 'a file that is a list',
    text: '- id: CVE-1\n',
    line: 1,
    what: 'the file must be a mapping with the key exceptions',
  },
  {
    name: 'max-days that are none',
    text: 'exceptions: []\nmax-days: 1.5\n',
    line: 2,
    what: 'max-days must be a whole number of days from 1 to 3650',
  },
  {
    name: 'no day at all',
    text: 'max-days: 0\n',
    line: 1,
    what: 'max-days must be a whole number of days from 1 to 3650',
  },
  {
    name: 'more days than ten years',
    text: 'max-days: 3651\n',
    line: 1,
    what: 'max-days must be a whole number of days from 1 to 3650',
  },
  {
    name: 'the same finding twice',
    text: `${entry('id: CVE-1', 'reason: why', 'expires: 2026-12-31')}  - { id: CVE-1, reason: other, expires: 2026-11-30 }\n`,
    line: 5,
    what: 'the same finding is accepted on line 2',
    notInSchema: true,
  },
  {
    name: 'a key twice',
    text: entry('id: CVE-1', 'id: CVE-2', 'reason: why', 'expires: 2026-12-31'),
    line: 3,
    what: 'Map keys must be unique',
    notInSchema: true,
  },
  {
    name: 'an alias',
    text: `${entry('&a id: CVE-1', 'reason: &why because', 'expires: 2026-12-31')}  - { id: CVE-2, reason: *why, expires: 2026-12-31 }\n`,
    line: 5,
    what: '*why stands for what is written elsewhere; write the value itself',
    notInSchema: true,
  },
  {
    name: 'two documents',
    text: 'exceptions: []\n---\nexceptions: []\n',
    line: 2,
    what: 'Source contains multiple documents; please use YAML.parseAllDocuments()',
    notInSchema: true,
  },
];

describe('a file that cannot be used', () => {
  test.each(badRows)('$name', ({ text, line, what }) => {
    expect(parseExceptions(text, now)).toEqual({ ok: false, problems: [{ line, what }] });
  });

  test.each(badRows.filter(({ notInSchema }) => notInSchema !== true))(
    '$name: the schema says so too',
    ({ text }) => {
      expect(conforms(parse(text))).toBe(false);
    },
  );

  test('is told with all its problems, in the order of its lines', () => {
    const text = 'max-days: soon\nexceptions:\n  - id: 1\n    expires: never\n  - reason: x\n';
    const parsed = parseExceptions(text, now);
    expect(parsed.ok ? [] : parsed.problems.map(({ line, what }) => `${String(line)}: ${what}`)).toEqual([
      '1: max-days must be a whole number of days from 1 to 3650',
      '3: id must be text; put it in quotes',
      '3: reason is missing',
      '4: expires must be a day such as 2026-12-31',
      '5: id is missing',
      '5: expires is missing',
    ]);
  });

  test('that is no YAML names the line', () => {
    const parsed = parseExceptions('exceptions:\n  - id: "CVE-1\n', now);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.problems.map(({ line }) => line)).toContain(3);
  });
});
