import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fail, githubLog } from '../../../src/adapters/github-job.ts';
import { startSecrets } from '../../../src/adapters/secrets.ts';
import { ShipError } from '../../../src/types/errors.ts';

const secrets = startSecrets();
const { write } = process.stdout;
let written = '';
beforeEach(() => {
  written = '';
  process.stdout.write = (text: string | Uint8Array) => {
    written += String(text);
    return true;
  };
});
afterEach(() => {
  process.stdout.write = write;
});

describe('a line of the log cannot act as a workflow command', () => {
  /** The lines in which the runner finds a command: it ends a line at `\r` as well as at `\n`, and trims it. */
  const commands = () =>
    written.split(/\r\n|\r|\n/).filter((line) => /^[\s\u0085]*::/.test(line) || line.includes('##['));

  test.each([
    { name: 'at the beginning', text: '::error::x' },
    { name: 'after blanks', text: ' \t\u2003::error::x' },
    { name: 'after a next-line character, which is a blank to the runner', text: '\u0085::error::x' },
    { name: 'after a line feed', text: 'openssl\n::error::x' },
    { name: 'after a carriage return', text: 'openssl\r::set-output name=verdict::passed' },
    { name: 'after both', text: 'openssl\r\n::error::x' },
    { name: 'of the old form', text: 'openssl ##[error]x' },
  ])('$name', ({ text }) => {
    githubLog(secrets).info(text);
    expect(commands()).toEqual([]);
    expect(written).toContain(text.includes('openssl') ? 'openssl' : 'error');
  });

  test('and what is none stays as it is', () => {
    githubLog(secrets).info('Verdict: passed (std::vector in ns::pkg).');
    expect(written.trimEnd()).toBe('Verdict: passed (std::vector in ns::pkg).');
  });
});

describe('a step that has failed', () => {
  const { exitCode } = process;
  afterEach(() => {
    process.exitCode = exitCode;
  });
  const error = (what: string) => new ShipError({ code: 'file-failed', what, next: 'Mend it.' });

  test('has one error, and a warning for whatever failed besides', () => {
    fail(error('The image did not pass.'), [error('The evidence file cannot be written.')], secrets);
    expect(process.exitCode).toBe(1);
    expect(written.trimEnd().split(/\r?\n/)).toEqual([
      '::warning title=ecr-ship::The evidence file cannot be written. Mend it.',
      '::error::The image did not pass. Mend it.',
    ]);
  });
});
