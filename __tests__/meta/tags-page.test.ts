import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { sampleEvents } from '../../scripts/sample-events.ts';
import { search } from '../../src/adapters/machine/search.ts';
import { scopeOf } from '../../src/plan/scope.ts';
import { sourceOf } from '../../src/plan/source.ts';
import { parseFlavor } from '../../src/inputs/tags/flavor.ts';
import { planTags } from '../../src/plan/tags/plan-tags.ts';
import { parseTagRules } from '../../src/inputs/tags/rules.ts';
import { inputDefaults } from '../../src/inputs/table.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/reference/tags.md', import.meta.url)), 'utf8');

/** The cells of the table below a heading, without code marks. */
function table(heading: string): string[][] {
  const [, below = ''] = page.split(`\n${heading}\n`);
  const lines = below.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const rows = lines.slice(start, lines.indexOf('', start)).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
  return rows.filter((row) => !row.every((cell) => /^-+$/.test(cell)));
}

const [, ...types] = table('## Rules');

test.each(types.map(([type = '', , , , priority = '']) => ({ type, priority })))(
  'the priority of $type',
  ({ type, priority }) => {
    const needed = {
      semver: 'pattern=x',
      pep440: 'pattern=x',
      match: 'pattern=x',
      ref: 'event=tag',
      raw: 'value=x',
    };
    const own = Object.hasOwn(needed, type) ? `,${needed[type as keyof typeof needed]}` : '';
    const parsed = parseTagRules(`type=${type}${own}`);
    expect(parsed.ok && parsed.value[0]?.priority).toBe(Number(priority));
  },
);

test('the page has every type', () => {
  const refused = parseTagRules('type=none');
  expect(refused.ok ? '' : refused.bad[0]?.allowed).toContain(
    `the types ${types.map(([type]) => type).join(', ')},`,
  );
});

const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text = '']) => parse(text) as { tags?: string; flavor?: string; labels?: string },
);

test.each(examples.filter(({ tags }) => tags !== undefined))(
  'the example is read: $tags',
  ({ tags, flavor }) => {
    expect(parseTagRules(tags ?? '').ok).toBe(true);
    expect(parseFlavor(flavor ?? '').ok).toBe(true);
  },
);

test('the default on the page is the default', () => {
  expect(examples.map(({ tags }) => tags?.trim())).toContain(inputDefaults.tags);
});

describe('the table of versions', () => {
  const [[, ...versions] = [], ...rows] = table('### Versions');
  const source = sourceOf(sampleEvents['push of a release tag'], {
    context: '.',
    head: { kind: 'none', inner: undefined },
    tree: undefined,
    pullRequestCommit: 'merge',
  });

  test.each(
    rows.flatMap(([pattern = '', ...names]) =>
      versions.map((version, index) => ({ pattern, version, name: names[index] })),
    ),
  )('$pattern of $version is $name', ({ pattern, version, name }) => {
    const rules = parseTagRules(`type=semver,pattern=${pattern},value=${version}`);
    const flavor = parseFlavor('latest=false');
    if (!rules.ok || !flavor.ok) throw new Error('the page has a rule that cannot be read');
    const planned = planTags(rules.value, {
      flavor: flavor.value,
      source,
      scope: scopeOf(source, 0),
      search,
    });
    expect(planned.ok && (planned.value.tags[0]?.tag ?? 'none')).toBe(name);
  });
});
