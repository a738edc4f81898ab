import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ensureWorkflowParser } from '../../scripts/workflow-tools.mjs';

const script = fileURLToPath(new URL('../../scripts/workflow-parser.mjs', import.meta.url));
const tsx = pathToFileURL('node_modules/tsx/dist/loader.mjs').href;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecr-ship-parser-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What GitHub's own parser says of a file. */
async function said(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const args = ['--import', tsx, script, await ensureWorkflowParser(), path];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout.replaceAll(`${folder}/`, '');
}

test.each([
  [
    'a workflow that is right',
    'right.yml',
    'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo\n',
    '',
  ],
  [
    'a member that steps do not have',
    'member.yml',
    'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo\n        colour: red\n',
    "member.yml (Line: 7, Col: 9): Unexpected value 'colour'\n",
  ],
  [
    'a job that needs one that is not there',
    'needs.yml',
    'on: push\njobs:\n  a:\n    needs: b\n    runs-on: x\n    steps:\n      - run: echo\n',
    'needs.yml (Line: 3, Col: 3): The workflow must contain at least one job with no dependencies.\n',
  ],
  [
    'a member that runs does not have',
    'action.yml',
    'name: a\ndescription: b\nruns:\n  using: node24\n  main: a.js\n  poost: b.js\n',
    "action.yml (Line: 6, Col: 3): Unexpected value 'poost'\n",
  ],
])('npm run lint:workflows finds %s', async (_, name, text, problems) => {
  expect(await said(name, text)).toBe(problems);
});
