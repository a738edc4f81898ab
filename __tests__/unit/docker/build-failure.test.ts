import { describe, expect, test } from '@jest/globals';
import { buildFailed } from '../../../src/docker/build-failure.ts';

const failed = (output: string, dockerfile: string | undefined = 'app/Dockerfile') =>
  buildFailed({ exitCode: 1, output, dockerfile });

describe('a build in which docker itself ends in a fault', () => {
  const goroutine = '\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:17 +0x18e\n';

  test.each([
    'panic: runtime error: invalid memory address or nil pointer dereference',
    'panic: send on closed channel [recovered]',
    'fatal error: all goroutines are asleep - deadlock!',
    'fatal error: runtime: out of memory',
  ])('gives the line that says so, and does not blame the Dockerfile: %s', (line) => {
    const { code, what, next, places } = failed(`#1 [internal] load build definition\n${line}${goroutine}`);
    expect({ code, what, places }).toEqual({
      code: 'build-failed',
      what: `docker crashed while it built, with exit code 1: ${line.replace(/[.!]$/, '')}.`,
      places: [],
    });
    expect(next).toMatch(/^The Dockerfile is not to blame/);
  });

  test.each([
    {
      name: 'of BuildKit',
      output: `#7 [2/2] RUN go test
#7 0.412 panic: boom
------
 > [2/2] RUN go test:
0.412 panic: boom
------
ERROR: failed to solve: process "/bin/sh -c go test" did not complete successfully: exit code: 2`,
      reason: 'process "/bin/sh -c go test" did not complete successfully: exit code: 2',
    },
    {
      name: 'of the classic builder',
      output: `Step 2/2 : RUN go test
panic: boom${goroutine}The command '/bin/sh -c go test' returned a non-zero code: 2`,
      reason: "The command '/bin/sh -c go test' returned a non-zero code: 2",
    },
  ])('is told from a program that a step $name runs', ({ output, reason }) => {
    expect(failed(output).what).toBe(`The build failed with exit code 1: ${reason}.`);
  });
});

describe('what no Dockerfile has made', () => {
  test.each([
    {
      name: 'a missing builder',
      output: 'ERROR: no builder "nope" found',
      code: 'builder-unfit',
      next: 'Correct BUILDX_BUILDER, or add docker/setup-buildx-action',
    },
    {
      name: 'a console that is none',
      output: 'ERROR: failed to get console: provided file is not a console',
      code: 'build-failed',
      next: 'A job has no terminal: take away what asks for one, such as BUILDKIT_PROGRESS=tty',
    },
    {
      name: 'a host that is no registry',
      output:
        'ERROR: failed to solve: base:1: failed to resolve source metadata for h.example/base:1: unexpected status from HEAD request to https://h.example/v2/base/manifests/1: 405 Method Not Allowed',
      code: 'build-failed',
      next: 'Look at the host of that address',
    },
    {
      name: 'a disk that is full',
      output: 'ERROR: failed to solve: failed to copy files: write /x: no space left on device',
      code: 'build-failed',
      next: 'Make room on the disk of the engine',
    },
    {
      name: 'a program of another platform, in a step of BuildKit',
      output: `#7 0.1 exec /bin/sh: exec format error
ERROR: failed to solve: process "/bin/sh -c true" did not complete successfully: exit code: 255`,
      code: 'build-failed',
      next: 'The image holds programs of another platform than this machine: add docker/setup-qemu-action before',
    },
    {
      name: 'a program of another platform, in a step of the classic builder',
      output: `Step 2/2 : RUN true
exec /bin/sh: exec format error
The command '/bin/sh -c true' returned a non-zero code: 1`,
      code: 'build-failed',
      next: 'The image holds programs of another platform than this machine: add docker/setup-qemu-action before',
    },
  ])('$name', ({ output, code, next }) => {
    const error = failed(output);
    expect(error.code).toBe(code);
    expect(error.next.startsWith(next)).toBe(true);
    expect(error.next).not.toContain('Correct the Dockerfile');
    expect(error.places).toEqual([]);
  });
});

describe('the instruction that failed', () => {
  const excerpt = (file: string, line: number) => `------
 > [2/3] COPY nowhere /x:
------
${file}:${String(line)}
--------------------
   1 |     FROM scratch
   2 | >>> COPY nowhere /x
--------------------
ERROR: failed to build: failed to solve: failed to compute cache key: "/nowhere": not found
`;
  const what = 'failed to compute cache key: "/nowhere": not found.';

  test('has its file and its line, as BuildKit shows them', () => {
    const error = failed(excerpt('Dockerfile', 2));
    expect(error.places).toEqual([{ file: 'app/Dockerfile', line: 2, what }]);
    expect(error.next).toBe(
      'Correct app/Dockerfile, line 2, or what that instruction takes from the context.',
    );
  });

  test('has the line that does not parse', () => {
    const words = 'dockerfile parse error on line 3: unknown instruction: RUNN (did you mean RUN?)';
    expect(failed(`ERROR: failed to build: failed to solve: ${words}`).places).toEqual([
      { file: 'app/Dockerfile', line: 3, what: `${words.replace(/[?)]+$/, '')}?).` },
    ]);
  });

  test('of another file is not said to be of this one', () => {
    expect(failed(excerpt('other.Dockerfile', 2)).places).toEqual([]);
  });

  test('of a file that is not in the workspace has no place', () => {
    const error = buildFailed({ exitCode: 1, output: excerpt('Dockerfile', 2) });
    expect([error.places, error.next]).toEqual([[], 'Correct the Dockerfile or its context.']);
  });
});
