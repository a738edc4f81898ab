import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitCheckout } from '../../../src/adapters/checkout.ts';
import { writeReportFile } from '../../../src/adapters/report-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecr-ship-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the checkout', () => {
  const { readText } = gitCheckout().checkout;

  test('gives a file’s text, and undefined where there is none', async () => {
    writeFileSync(join(folder, 'a.yml'), 'text\n');
    expect(await readText(join(folder, 'a.yml'))).toBe('text\n');
    expect(await readText(join(folder, 'b.yml'))).toBeUndefined();
    expect(await readText(join(folder, 'a.yml/c.yml'))).toBeUndefined();
  });

  test('that cannot be read is an error that names it, and not "no file"', async () => {
    await expect(readText(folder)).rejects.toMatchObject({
      code: 'file-failed',
      what: expect.stringContaining(`The file ${folder} cannot be read`) as unknown,
    });
  });
});

describe('writeReportFile', () => {
  const text = (was: string | undefined) => `${was ?? 'new'}!`;

  test('makes the folders, and the text from what is there already', async () => {
    const path = join(folder, 'out/deep/VALIDATION.md');
    expect(await writeReportFile({ input: 'evidence-file', path, text })).toBeUndefined();
    expect(await writeReportFile({ input: 'evidence-file', path, text })).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('new!!');
  });

  test('gives the error where it cannot write, with the input that asked', async () => {
    writeFileSync(join(folder, 'file'), '');
    const error = await writeReportFile({ input: 'sarif-file', path: join(folder, 'file/x.sarif'), text });
    expect(error).toMatchObject({
      code: 'file-failed',
      what: expect.stringMatching(/^The sarif file .*x\.sarif cannot be written \(/) as unknown,
      next: 'Give the input sarif-file a path inside the workspace that can be written.',
    });
  });

  test('writes nothing where it cannot read what is there', async () => {
    mkdirSync(join(folder, 'dir'));
    const error = await writeReportFile({ input: 'evidence-file', path: join(folder, 'dir'), text });
    expect(error).toMatchObject({
      code: 'file-failed',
      what: expect.stringContaining('cannot be read') as unknown,
    });
  });
});
