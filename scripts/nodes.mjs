// node scripts/nodes.mjs <major>…: prints, as JSON, where Node of these major versions is: this one if it fits, or
// else the binary of an npm package, unpacked into the cache (its install scripts are not run).
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { script } from './child.mjs';
import { once, projectDir } from './engines/cache.mjs';
import { run, say } from './engines/command.mjs';

export async function ensureNode(major) {
  if (process.versions.node.startsWith(`${major}.`))
    return { version: process.versions.node, path: process.execPath };
  const name = `node-${process.platform}-${process.arch}`;
  const dir = await once(`node/${name}-${major}`, async (temporary) => {
    await run('npm', ['pack', `${name}@${major}`, '--pack-destination', temporary, '--loglevel=error'], {
      cwd: temporary,
    });
    for (const file of (await readdir(temporary)).filter((file) => file.endsWith('.tgz'))) {
      await run('tar', ['-xzf', join(temporary, file), '-C', temporary, '--strip-components=1']);
      await rm(join(temporary, file));
    }
    say(`unpacked Node ${major}`);
  });
  const path = join(dir, 'bin/node');
  return { version: (await run(path, ['--version'])).trim().slice(1), path };
}

/**
 * The node on which the action is tested and measured: the one in ACTION_NODE, or else the one that the runner uses,
 * or, if that cannot be fetched, this one. Source: action.yml, `using`.
 */
export async function actionNode() {
  const { ACTION_NODE: named } = process.env;
  if (named) return resolve(named);
  const [, major] = /^ {2}using: node(\d+)$/m.exec(await readFile(join(projectDir, 'action.yml'), 'utf8'));
  try {
    return (await ensureNode(major)).path;
  } catch (error) {
    say(`no Node ${major}, which the runner uses (${error.message}): the action runs on ${process.version}`);
    return process.execPath;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await script(async () => {
    const nodes = [];
    for (const major of process.argv.slice(2)) nodes.push(await ensureNode(major));
    process.stdout.write(`${JSON.stringify(nodes)}\n`);
  });
}
