// npm run docs: writes the parts of the documentation that are generated from elsewhere; --check only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Row } from '../src/inputs/row.ts';
import { inputGroups, inputNames, inputTable } from '../src/inputs/table.ts';
import { actions, publicPolicy, shipPolicy, statementFor } from '../src/types/iam.ts';
import { optionalActions, policyOfUse, uses, type Use, type UseName } from './iam-uses.ts';
import { decisionTable, eventTable } from './tag-tables.ts';

interface ActionFile {
  readonly outputs: Readonly<Record<string, { description: string }>>;
}

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const action = parse(readFileSync(path('action.yml'), 'utf8')) as ActionFile;
const inputsPage = 'docs/reference/inputs.md';

/** Formats a text for a cell of the reference: on one line, with page names as links. */
const cell = (text: string) =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replace(
      /\bdocs\/[\w/-]+\.md\b/g,
      (page) => `[${page}](${posix.relative(posix.dirname(inputsPage), page)})`,
    );

/** A table cell has one line; the only line break in it that Markdown allows is HTML's. */
const codeLines = (text: string) =>
  text
    .split('\n')
    .map((line) => `\`${line}\``)
    .join('<br>');

const groupTitles: Readonly<Record<keyof typeof inputGroups, string>> = {
  job: 'The step',
  registry: 'Registry and credentials',
  tags: 'Tags',
  build: 'Build',
  policy: 'Scan and policy',
  reports: 'Reports',
};

/** A heading and a table for each group of inputs. */
function inputTables(): string {
  return Object.entries(inputGroups)
    .flatMap(([group, inputs]) => [
      `## ${groupTitles[group as keyof typeof inputGroups]}`,
      ['| input | default | meaning |', '| --- | --- | --- |', ...inputRows(inputs)].join('\n'),
    ])
    .join('\n\n');
}

function inputRows(inputs: Readonly<Record<string, Row<unknown>>>): string[] {
  return Object.entries(inputs).map(([name, { default: value, doc }]) => {
    const shown = value === '' ? '–' : codeLines(value);
    return `| \`${name}\` | ${shown} | ${cell(doc)} |`;
  });
}

function outputTable(): string {
  const rows = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| output | meaning |', '| --- | --- |', ...rows].join('\n');
}

const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';
const jsonBlock = (value: object) =>
  ['```json', shortLists(JSON.stringify(value, null, 2)), '```'].join('\n');

/** Puts a list that fits on one line there, as prettier does. */
function shortLists(json: string): string {
  return json.replace(/^(.*)\[\n([^[\]{}]*?)\n\s*\]/gm, (all, start: string, items: string) => {
    const line = `${start}[${items
      .trim()
      .split(/\s*\n\s*/)
      .join(' ')}]`;
    return line.length < 110 ? line : all;
  });
}

const purposes: Readonly<Record<keyof typeof actions, string>> = {
  login: 'log in to the registry',
  push: 'push the candidate, and set tags',
  verify: 'read back what was pushed',
  taken: 'find out before the build which tags are taken, and from which commit their images were made',
  tag: 'set tags on an image that is already in the repository (`mode: publish`), instead of the row above',
  scan: 'read the findings of a scan',
  startScan: 'start a scan, with basic scanning',
  enhancedScan:
    'read the findings of enhanced scanning, in addition to the row above; not needed with basic scanning',
  scanSettings: 'find out how the registry scans; without them the run says so and goes by the answers',
  pull: 'pull base images from ECR; on their repositories',
  create:
    'create the repository with `create-repository`; the last three only for a lifecycle policy, a repository policy and tags',
  createUndo:
    'delete a repository that was created but could not get its policies; only an empty one is deleted',
  restore: 'restore an archived image that is to be published or reused',
  replication:
    'wait until the image is replicated, with `wait-for-replication`; the first is required, without the second the run relies on the first alone',
  referrers:
    'count what is attached to an image before it is published, and warn if the quota is nearly reached; without it nothing is counted',
  posture:
    'show the lifecycle policy of the repository, and who may push and pull; without them less is shown',
  candidateTag:
    "remove the candidate's tag, and those that killed runs left behind; without it they stay, with a warning",
};

function actionTable(): string {
  const rows = Object.entries(actions).map(
    ([key, names]) =>
      `| ${purposes[key as keyof typeof actions]} | ${names.map((name) => `\`${name}\``).join(', ')} |`,
  );
  return ['| for | actions |', '| --- | --- |', ...rows].join('\n');
}

/** The table of the policies in docs/reference/iam, which has a file for each. */
function useTable(): string {
  const rows = Object.entries<Use>(uses).map(([name, { title, optional }]) => {
    const without = optional.map((action) => `\`${action}\``).join(', ') || '–';
    return `| ${title} | [${name}.json](iam/${name}.json) | ${without} |`;
  });
  return ['| for | policy | does without |', '| --- | --- | --- |', ...rows].join('\n');
}

function optionalTable(): string {
  const rows = Object.entries(optionalActions).map(([action, words]) => `| \`${action}\` | ${words} |`);
  return ['| without | what happens |', '| --- | --- |', ...rows].join('\n');
}

/** Formats long text as a folded YAML block, and short text plain if YAML reads it as a string. */
function yamlText(text: string, indent: string): string {
  const isPlain = text.length < 110 && /^[A-Za-z]/.test(text) && !/: | #/.test(text);
  if (isPlain) return ` ${text}`;
  const lines = text.split(' ').reduce<string[]>((all, word) => {
    const last = all.at(-1);
    if (last === undefined || last.length + word.length > 112) all.push(word);
    else all[all.length - 1] = `${last} ${word}`;
    return all;
  }, []);
  return ` >-\n${lines.map((line) => `${indent}${line}`).join('\n')}`;
}

/** The inputs of action.yml, which the runner and editors read. */
function actionInputs(): string {
  const each = inputNames.map((name) => {
    const { default: value, doc }: Row<unknown> = inputTable[name];
    const block = value.includes('\n')
      ? ` |-\n${value
          .split('\n')
          .map((line) => `      ${line}`)
          .join('\n')}`
      : ` ${/^(true|false|[\d.]+)$/.test(value) ? `'${value}'` : value}`;
    return [
      `  ${name}:`,
      `    description:${yamlText(doc, '      ')}`,
      ...(value === '' ? [] : [`    default:${block}`]),
    ].join('\n');
  });
  return `inputs:\n${each.join('\n')}\n\n`;
}

/** Replaces the text between `<!-- name -->` and `<!-- /name -->`. */
function replacePart(text: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`there is no part ${name}`);
  return `${text.slice(0, from + start.length)}\n\n${part}\n\n${text.slice(to)}`;
}

const pages: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  [inputsPage]: { inputs: inputTables },
  'docs/reference/outputs.md': { outputs: outputTable },
  'docs/reference/tags.md': { events: eventTable, decisions: decisionTable },
  'docs/how-to/ecr-public.md': {
    'public-policy': () => jsonBlock(publicPolicy('arn:aws:ecr-public::123456789012:repository/app')),
  },
  'docs/reference/permissions.md': {
    policy: () => jsonBlock(shipPolicy(arn)),
    'enhanced-statement': () => jsonBlock(statementFor(actions.enhancedScan, arn)),
    actions: actionTable,
    uses: useTable,
    optional: optionalTable,
  },
};

for (const [page, parts] of Object.entries(pages)) {
  const before = readFileSync(path(page), 'utf8');
  update(
    page,
    before,
    Object.entries(parts).reduce((text, [name, make]) => replacePart(text, name, make()), before),
  );
}
const actionBefore = readFileSync(path('action.yml'), 'utf8');
update('action.yml', actionBefore, actionBefore.replace(/^inputs:\n[^]*?(?=^outputs:)/m, actionInputs()));

for (const name of Object.keys(uses) as UseName[]) {
  const page = `docs/reference/iam/${name}.json`;
  const before = existsSync(path(page)) ? readFileSync(path(page), 'utf8') : '';
  update(page, before, `${JSON.stringify(policyOfUse(name), null, 2)}\n`);
}

function update(page: string, before: string, after: string): void {
  if (after === before) return;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${page} is not up to date: run npm run docs\n`);
    process.exitCode = 1;
  } else writeFileSync(path(page), after);
}
