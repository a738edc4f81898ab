import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fail, githubJob, githubLog, setOutputs } from '../../../src/adapters/runner/github-job.ts';
import { startSecrets } from '../../../src/adapters/machine/secrets.ts';
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
      '::error title=ecr-ship%3A file-failed::The image did not pass.%0AMend it. More: docs/reference/errors.md#file-failed',
    ]);
  });
});

describe('an error', () => {
  const { exitCode } = process;
  const before = { ...process.env };
  afterEach(() => {
    process.exitCode = exitCode;
    process.env = { ...before };
  });

  test('links to the docs of the version of the action that runs', () => {
    Object.assign(process.env, {
      GITHUB_SERVER_URL: 'https://github.example.com',
      GITHUB_ACTION_REPOSITORY: 'org/ecr-ship',
      GITHUB_ACTION_REF: 'v1',
    });
    fail(new ShipError({ code: 'no-tags', what: 'a', next: 'b' }), [], secrets);
    expect(written).toContain(
      'https://github.example.com/org/ecr-ship/blob/v1/docs/reference/errors.md#no-tags',
    );
  });

  test('stands beside the line that it is about, and its further lines have warnings of their own', () => {
    const places = [3, 7].map((line) => ({ file: 'e.yml', line, what: `Line ${String(line)} is bad.` }));
    fail(new ShipError({ code: 'invalid-exceptions', what: 'a', next: 'b', places }), [], secrets);
    expect(written.trimEnd().split('\n')).toEqual([
      '::warning title=ecr-ship%3A invalid-exceptions,file=e.yml,line=7::Line 7 is bad.',
      '::error title=ecr-ship%3A invalid-exceptions,file=e.yml,line=3::a%0Ab More: docs/reference/errors.md#invalid-exceptions',
    ]);
  });

  test('shows digests and commits by twelve digits', () => {
    const [digest, commit] = ['1'.repeat(64), 'c0ffee'.repeat(7).slice(0, 40)];
    fail(
      new ShipError({ code: 'tag-taken', what: `sha256:${digest} of ${commit}.`, next: 'b' }),
      [],
      secrets,
    );
    githubLog(secrets).warning(`sha256:${digest}`);
    expect(written).toContain('sha256:111111111111 of c0ffeec0ffee.');
    expect(written).not.toContain(digest);
  });
});

describe('whatever is said', () => {
  const hostile = 'x\u001b[2J\u202e\r\n::error::y ##[error]z s3cr3t https://u:pw@h/';
  const known = startSecrets();
  known.add('s3cr3t');
  const log = githubLog(known);

  test.each([
    { name: 'info', say: () => log.info(hostile) },
    { name: 'debug', say: () => log.debug(hostile) },
    { name: 'notice', say: () => log.notice(hostile) },
    { name: 'warning', say: () => log.warning(hostile) },
    { name: 'a group', say: () => void log.group(hostile, () => undefined) },
    {
      name: 'an error, its details and its cause',
      say: () => {
        const { exitCode } = process;
        const error = new ShipError({
          code: 'internal',
          what: hostile,
          next: hostile,
          details: hostile,
          cause: new Error(hostile),
        });
        fail(error, [error], known);
        process.exitCode = exitCode;
      },
    },
  ])('$name: acts nowhere and shows no secret', ({ say }) => {
    say();
    expect(written).toContain(String.raw`x\u001b[2J\u202e`);
    expect(written).not.toMatch(/(?![\t\n])[\p{Cc}\u202e]|s3cr3t|u:pw|##\[/u);
    const stray = written.split('\n').filter((line) => /^\s*::error::y/.test(line));
    expect(stray).toEqual([]);
  });

  test('a longer annotation than the runner takes is in the log as a whole', () => {
    const long = 'word '.repeat(2000);
    log.warning(long);
    const [whole, cut, ...rest] = written.trimEnd().split('\n');
    expect(whole?.trimEnd()).toBe(long.trimEnd());
    expect(cut).toMatch(/^::warning title=ecr-ship::.*…$/);
    expect(cut?.length).toBeLessThan(4200);
    expect(rest).toEqual([]);
  });

  test('outputs too', () => {
    setOutputs({ tags: `a\n${hostile}` }, known);
    expect(written).not.toMatch(/[\u001b\u202e]|s3cr3t|u:pw/);
  });
});

describe('a secret', () => {
  test('is masked as a whole and line by line, and nothing where there is none', () => {
    const known = startSecrets();
    const { mask } = githubJob(known);
    ['first-part\nsecond-part\n}\n', '', '\n'].forEach(mask);
    const masks = written.split('\n').filter((line) => line.startsWith('::add-mask::'));
    expect(masks).toEqual([
      '::add-mask::first-part%0Asecond-part%0A}%0A',
      '::add-mask::first-part',
      '::add-mask::second-part',
    ]);
    expect(known.hide('a second-part }')).toBe('a *** }');
  });
});
