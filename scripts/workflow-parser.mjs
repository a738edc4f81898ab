// node scripts/workflow-parser.mjs <package> <file>…: prints what GitHub's own parser finds wrong with workflows and
// action.yml.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { script } from './child.mjs';

await script(async () => {
  const [folder, ...files] = process.argv.slice(2);
  const load = (path) => import(pathToFileURL(join(folder, 'dist', path)).href);
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await load('index.js');
  const { parseAction, convertActionTemplate } = await load('actions/index.js');
  for (const path of files) {
    const file = { name: path, content: await readFile(path, 'utf8') };
    const trace = new NoOperationTraceWriter();
    const isAction = /^action\.ya?ml$/.test(basename(path));
    const { context, value } = isAction ? parseAction(file, trace) : parseWorkflow(file, trace);
    // A file that parses may still not be a valid workflow, for example if jobs need each other.
    if (value !== undefined && isAction) convertActionTemplate(context, value);
    else if (value !== undefined) await convertWorkflowTemplate(context, value);
    for (const { message } of context.errors.getErrors()) {
      process.stdout.write(`${message}\n`);
      process.exitCode = 1;
    }
  }
});
