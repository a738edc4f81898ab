// node scripts/test.mjs [jest arguments…]: runs the tests after the set-up that they need, and lists those that did
// not run.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { endAs, runChild, script } from './child.mjs';
import { projectDir } from './engines/cache.mjs';
import { enginesRequired } from './engines/jest-setup.mjs';
import { extrasRequired } from './extra-tools.mjs';
import { ensurePackages } from './packages.mjs';
import { summarize } from './test-summary.mjs';

await script(async () => {
  await ensurePackages();
  const dir = await mkdtemp(join(tmpdir(), 'ecr-ship-test-'));
  const file = join(dir, 'results.json');
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [join(projectDir, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${file}`];
  let ending;
  try {
    ending = await runChild(process.execPath, [...node, ...jest, ...process.argv.slice(2)], {
      cwd: projectDir,
    });
    const results = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    if (results) {
      const { notRun, count } = summarize(results, (path) => relative(projectDir, path));
      const strict = (enginesRequired(process.env) || extrasRequired(process.env)) && notRun.length > 0;
      for (const line of notRun) process.stdout.write(`NOT RUN: ${line}\n`);
      if (strict)
        process.stdout.write(
          'Tests that are not run are a failure here (CI=true, ECR_SHIP_ENGINE=required or ECR_SHIP_EXTRAS=required).\n',
        );
      process.stdout.write(`${count}\n`);
      if (strict && ending.code === 0) ending.code = 1;
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  endAs(ending);
});
