import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseInputs } from '../../src/inputs/inputs.ts';
import { inputDefaults, inputNames } from '../../src/inputs/table.ts';
import type { RawInputs } from '../../src/types/inputs.ts';
import { pages, yamlBlocks } from '../../scripts/workflow-files.mjs';

// What the pages show can be used: every step of this action in them has inputs that there are, with values that are taken.
// The whole workflows among them are linted as well (npm run lint:workflows), and held in workflows.test.ts.

type Given = Readonly<Record<string, unknown>>;
interface Shown {
  readonly at: string;
  readonly uses: string;
  readonly given: Given;
}

/** Every mapping with `uses`, however deep: steps of a workflow, a list of steps, a job that calls a workflow. */
function stepsIn(value: unknown, at: string): Shown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: given } = value as { readonly uses?: unknown; readonly with?: Given };
  const own = typeof uses === 'string' ? [{ at, uses, given: given ?? {} }] : [];
  return [...own, ...Object.values(value).flatMap((inner) => stepsIn(inner, at))];
}

const blocks = (await pages()).flatMap(({ name, text }) =>
  yamlBlocks(text).map((block, i) => ({ at: `${name}, block ${String(i + 1)}`, block })),
);
const shown = blocks.flatMap(({ at, block }) => stepsIn(parse(block), at));
const steps = shown.filter(({ uses }) => /^org\/ecr-ship@/.test(uses));

/** An expression of the workflow, as far as the form of an input goes: a digest, a path, a word. */
function filled(name: string, value: string): string {
  const digest = `sha256:${'a'.repeat(64)}`;
  const by = name === 'from' ? digest : name === 'platforms' ? 'linux/amd64' : 'x';
  return value
    .replace(
      /\$\{\{[^}]*outputs\.image \}\}/g,
      `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app@${digest}`,
    )
    .replace(/@\$\{\{[^}]*\}\}/g, `@${digest}`)
    .replace(/(\w-)\$\{\{[^}]*\}\}/g, '$10123456')
    .replace(/\$\{\{(?:[^}]|\}(?!\}))*\}\}/g, by);
}

test('the pages show the action, and the workflows to call', () => {
  expect(steps.length).toBeGreaterThan(20);
  expect(new Set(steps.map(({ at }) => at.split(',')[0])).size).toBeGreaterThan(12);
  expect(shown.filter(({ uses }) => uses.startsWith('org/ecr-ship/')).length).toBeGreaterThan(1);
});

test.each(steps.map((step, i) => ({ i, ...step })))('$at: a step that can be used ($i)', ({ given }) => {
  expect(inputNames).toEqual(expect.arrayContaining(Object.keys(given)));
  const texts = Object.entries(given).map(([name, value]) => [name, filled(name, String(value))]);
  const raw = { ...inputDefaults, ...Object.fromEntries(texts) } as RawInputs;
  expect(() => parseInputs(raw, 'eu-west-1')).not.toThrow();
});

test.each(shown.filter(({ uses }) => uses.startsWith('org/ecr-ship/')))(
  '$at: $uses is called with inputs that it has, and all that it needs',
  ({ uses, given }) => {
    const path = uses.slice('org/ecr-ship/'.length).split('@')[0] ?? '';
    const workflow = parse(readFileSync(path, 'utf8')) as {
      on: { workflow_call: { inputs: Record<string, { required?: boolean }> } };
    };
    const declared = workflow.on.workflow_call.inputs;
    expect(Object.keys(declared)).toEqual(expect.arrayContaining(Object.keys(given)));
    const needed = Object.keys(declared).filter((name) => declared[name]?.required === true);
    expect(Object.keys(given)).toEqual(expect.arrayContaining(needed));
  },
);

/** Where brackets stand in brackets, in the words of a page: code and addresses are left out. */
function bracketsInBrackets(page: string): string[] {
  const words = page
    .replace(/^([ \t]*)```[\s\S]*?^\1```/gm, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\S*/g, '');
  return words
    .split(/\n(?=[ \t]*(?:\n|[-*|#]|\d+\.))/)
    .filter((part) => /\([^()]*\([^()]*\)/.test(part))
    .map((part) => part.trim().slice(0, 80));
}

test('no page has brackets in brackets', async () => {
  for (const { name, text } of await pages())
    expect({ name, found: bracketsInBrackets(text) }).toEqual({ name, found: [] });
  expect(bracketsInBrackets('It is (as it (often) is).\n\n- (a)\n- b) [c](d(e)) `(f(g))`\n')).toHaveLength(1);
});

test('inputs that stand alone in a block are inputs', () => {
  const alone = blocks
    .map(({ at, block }) => ({ at, names: Object.keys((parse(block) as object | null) ?? {}) }))
    .filter(({ names }) => names.some((name) => (inputNames as readonly string[]).includes(name)));
  expect(alone.length).toBeGreaterThan(5);
  for (const { at, names } of alone)
    expect({
      at,
      strange: names.filter((name) => !(inputNames as readonly string[]).includes(name)),
    }).toEqual({
      at,
      strange: [],
    });
});
