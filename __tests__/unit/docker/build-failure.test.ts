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

describe('what git could not get', () => {
  test.each([
    {
      name: 'a ref, by BuildKit',
      output:
        'ERROR: failed to solve: failed to read dockerfile: failed to load cache key: repository does not contain ref nope, output: ""',
      what: 'failed to read dockerfile: failed to load cache key: repository does not contain ref nope, output: ""',
      next: 'Correct the ref in the Git URL',
    },
    {
      name: 'a ref, by the classic builder, with its words around those of git',
      output:
        "unable to prepare context: unable to 'git clone' to temporary context directory: error fetching: fatal: couldn't find remote ref nope\n: exit status 128\n",
      what: "unable to prepare context: unable to 'git clone' to temporary context directory: error fetching: fatal: couldn't find remote ref nope: exit status 128",
      next: 'Correct the ref in the Git URL',
    },
    {
      name: 'a commit',
      output:
        'ERROR: failed to solve: failed to checkout remote https://h/r.git: git error: exit status 128\nstderr:\nfatal: reference is not a tree: abab',
      what: 'failed to checkout remote https://h/r.git: git error: exit status 128: stderr:: fatal: reference is not a tree: abab',
      next: 'Correct the ref in the Git URL',
    },
    {
      name: 'a commit that the host gives only by its branch',
      output:
        "unable to prepare context: unable to 'git clone' to temporary context directory: error fetching: error: Server does not allow request for unadvertised object 205274a0064631d816d13d3bab409bdcc7176edc\n: exit status 1\n",
      what: "unable to prepare context: unable to 'git clone' to temporary context directory: error fetching: error: Server does not allow request for unadvertised object 205274a0064631d816d13d3bab409bdcc7176edc: exit status 1",
      next: 'names a branch or a tag',
    },
    {
      name: 'a folder',
      output:
        'ERROR: failed to solve: failed to read dockerfile: invalid subdir /nope: statat nope: no such file',
      what: 'failed to read dockerfile: invalid subdir /nope: statat nope: no such file',
      next: 'Correct the folder in the Git URL',
    },
    {
      name: 'access',
      output:
        "ERROR: failed to solve: failed to fetch remote https://h/r.git: git error: exit status 128\nstderr:\nfatal: could not read Username for 'https://h': terminal prompts disabled",
      what: "failed to fetch remote https://h/r.git: git error: exit status 128: stderr:: fatal: could not read Username for 'https://h': terminal prompts disabled",
      next: 'give a token that may read the repository by the input secrets, GIT_AUTH_TOKEN=<token>',
    },
    {
      name: 'a host',
      output:
        "ERROR: failed to solve: failed to fetch remote https://h/r.git: git error: exit status 128\nstderr:\nfatal: unable to access 'https://h/r.git/': Could not resolve host: h",
      what: "failed to fetch remote https://h/r.git: git error: exit status 128: stderr:: fatal: unable to access 'https://h/r.git/': Could not resolve host: h",
      next: 'Correct the address of the repository',
    },
  ])('$name is told in its own words', ({ output, what, next }) => {
    const error = failed(output);
    expect([error.code, error.what]).toEqual(['build-failed', `The build failed with exit code 1: ${what}.`]);
    expect(error.next).toContain(next);
  });

  test.each(['ssh', 'git@host', 'deploy@host'])(
    'a further context from %s is a builder that does not fit',
    (source) => {
      const error = failed(`ERROR: failed to solve: unsupported context source ${source} for lib`);
      expect([error.code, error.next]).toEqual(['builder-unfit', expect.stringContaining('over https')]);
    },
  );

  test('a query that BuildKit does not read is a builder that does not fit', () => {
    const output =
      'ERROR: failed to solve: unsupported frontend capability moby.buildkit.frontend.gitquerystring';
    expect(failed(output).code).toBe('builder-unfit');
  });
});

describe('what could not be downloaded', () => {
  test.each([
    {
      name: 'an archive, by BuildKit',
      output:
        'ERROR: failed to solve: failed to read downloaded context: failed to load cache key: invalid response status 404',
      what: 'failed to read downloaded context: failed to load cache key: invalid response status 404',
      next: 'Correct the address in the input context',
    },
    {
      name: 'an archive that needs a login, by the classic builder',
      output:
        'unable to prepare context: unable to download remote context https://h/a.tgz: failed to GET https://h/a.tgz with status 401 Unauthorized: ',
      what: 'unable to prepare context: unable to download remote context https://h/a.tgz: failed to GET https://h/a.tgz with status 401 Unauthorized',
      next: 'Where not everybody may read it, download and unpack it',
    },
    {
      name: 'a Dockerfile',
      output:
        '#1 [internal] load https://h/x\n#1 ERROR: invalid response status 404\n------\n > [internal] load https://h/x:\n------\nERROR: failed to solve: failed to load cache key: invalid response status 404',
      what: 'failed to load cache key: invalid response status 404',
      next: 'Correct the address in the input file',
    },
    {
      name: 'a page in its place',
      output: 'ERROR: failed to solve: dockerfile parse error on line 1: unknown instruction: <!DOCTYPE',
      what: 'dockerfile parse error on line 1: unknown instruction: <!DOCTYPE',
      next: 'What came is a web page',
    },
  ])('$name is told in its own words', ({ output, what, next }) => {
    const error = failed(output);
    expect([error.code, error.what]).toEqual(['build-failed', `The build failed with exit code 1: ${what}.`]);
    expect(error.next).toContain(next);
  });

  test.each(['#7 0.1  > [internal] load https://h/x:', 'ERROR: failed to solve: unknown instruction: <nope'])(
    'is none of what a step says: %s',
    (output) => {
      expect(failed(output).next).not.toMatch(/address|page/);
    },
  );
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
      name: 'a builder that does not answer',
      output:
        '#1 [internal] waiting for connection\n#1 ERROR: context deadline exceeded\n------\n' +
        ' > [internal] waiting for connection:\n------\nERROR: context deadline exceeded',
      code: 'builder-unreachable',
      next: 'Check that BuildKit runs at the address that docker buildx inspect shows',
    },
    {
      name: 'a builder that does not start',
      output:
        '#1 [internal] booting buildkit\n#1 ERROR: no such host\n------\n > [internal] booting buildkit:\n------\n' +
        'ERROR: Error response from daemon: failed to resolve reference "docker.io/moby/buildkit:buildx-stable-1": ' +
        'failed to do request: Head "https://registry-1.docker.io/v2/moby/buildkit/manifests/buildx-stable-1": no such host',
      code: 'builder-unreachable',
      next: "BuildKit's own container or pod could not be started",
    },
    {
      name: 'a builder that goes away',
      output:
        '#5 [2/2] RUN sleep 30\nERROR: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF',
      code: 'builder-unreachable',
      next: 'The connection to the builder broke',
    },
    {
      name: 'a BuildKit that docker cannot use',
      output: 'ERROR: BuildKit is enabled but the buildx component is missing or broken.',
      code: 'builder-unfit',
      next: 'Remove DOCKER_BUILDKIT=1 from the job',
    },
    {
      name: 'a builder that goes away, in the words of buildx 0.29',
      output: '#5 [2/2] RUN sleep 30\nERROR: failed to build: Unavailable: error reading from server: EOF',
      code: 'builder-unreachable',
      next: 'The connection to the builder broke',
    },
    {
      name: 'a cache that cannot be written',
      output:
        '#7 exporting cache to registry\n#7 ERROR: error writing layer blob: failed to do request: Head "https://c.example/v2/x/blobs/y": no such host\n' +
        '------\n > exporting cache to registry:\n------\nERROR: failed to solve: error writing layer blob: failed to do request: Head ' +
        '"https://c.example/v2/x/blobs/y": no such host',
      code: 'build-failed',
      next: 'The Dockerfile was built, and its cache could not be written: look at the address that the input cache-to gives',
    },
    {
      name: 'a cache of GitHub that cannot be written',
      output:
        '------\n > exporting cache to GitHub Actions Cache:\n------\nERROR: failed to solve: maximum timeout reached',
      code: 'build-failed',
      next: 'The Dockerfile was built, and its cache could not be written',
    },
    {
      name: 'an entitlement that the builder does not grant',
      output:
        'ERROR: failed to solve: granting entitlement security.insecure is not allowed by build daemon configuration',
      code: 'builder-unfit',
      next: 'Input allow asks for what the builder does not grant',
    },
    {
      name: 'an entitlement that nobody has asked for',
      output:
        '#2 [internal] load .dockerignore\nERROR: failed to solve: failed to load LLB: network.host is not allowed',
      code: 'build-failed',
      next: 'If the instruction needs that, give its name to the input allow',
    },
    {
      name: 'a kind of cache that the builder does not know',
      output: '#1 [internal] load build definition\nERROR: failed to solve: unknown cache exporter: "s3"',
      code: 'builder-unfit',
      next: 'Correct type= in the inputs cache-from, cache-to and attests',
    },
    {
      name: 'a generator of SBOMs that cannot be had',
      output:
        '#2 resolve image config\nERROR: failed to solve: failed to resolve source metadata for docker.io/docker/buildkit-syft-scanner:stable-1: no such host',
      code: 'build-failed',
      next: 'Input sbom has that image make the list',
    },
    {
      name: 'an option that docker does not take',
      output: 'ERROR: failed to get build context a: stat ./nope: no such file or directory',
      code: 'build-failed',
      next: 'Nothing was built: correct the input that this speaks of',
    },
    {
      name: 'a console that is none',
      output: 'ERROR: failed to get console: provided file is not a console',
      code: 'build-failed',
      next: 'A job has no terminal: remove whatever asks for one, such as BUILDKIT_PROGRESS=tty',
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

test('what a step prints is not taken for the words of a builder', () => {
  const output =
    '#5 0.101  > [internal] waiting for connection:\n#5 0.102 rpc error: code = Unavailable\n------\n > [2/2] RUN x:\n' +
    '0.101  > [internal] waiting for connection:\n------\nERROR: failed to solve: process "x" did not complete successfully: exit code: 1';
  expect([failed(output).code, failed(output).next]).toEqual([
    'build-failed',
    'Correct the Dockerfile or its context.',
  ]);
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
