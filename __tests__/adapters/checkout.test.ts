import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitCheckout } from '../../src/adapters/git/checkout.ts';

/** Holds the workspace and all that must not be in it. */
let place: string;
let root: string;
let canary: string;
const before = { ...process.env };

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
  root = join(place, 'workspace');
  canary = join(place, 'canary');
  mkdirSync(root);
  mkdirSync(join(place, 'temp'));
  process.env['GITHUB_WORKSPACE'] = root;
  process.env['RUNNER_TEMP'] = join(place, 'temp');
});
afterEach(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
  rmSync(place, { recursive: true, force: true });
});

function gitIn(folder: string, ...args: string[]): string {
  const identity = [
    '-c',
    'user.name=Nobody',
    '-c',
    'user.email=nobody@example.com',
    '-c',
    'protocol.file.allow=always',
  ];
  return execFileSync('git', ['-C', folder, ...identity, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      PATH: before['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
      GIT_COMMITTER_DATE: committed,
    },
  }).trim();
}
const git = (...args: string[]) => gitIn(root, ...args);
let committed = '2026-01-02T03:04:05+01:00';

function write(path: string, text: string): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** Commits all that is there. */
function commit(message = 'more', when = committed): string {
  committed = when;
  git('add', '-A');
  git('commit', '--allow-empty', '-q', '-m', message);
  return git('rev-parse', 'HEAD');
}

/** A repository with a few files and one commit. */
function repository(...options: string[]): string {
  git('init', '-q', '-b', 'main', ...options);
  write('Dockerfile', 'FROM scratch\nCOPY . /\n');
  write('app/main.js', 'start()\n');
  write('app/run.sh', '#!/bin/sh\n');
  chmodSync(join(root, 'app/run.sh'), 0o755);
  symlinkSync('main.js', join(root, 'app/index.js'));
  return commit();
}

const head = (context = '.') => gitCheckout().checkout.head(context);
const tree = (sha: string | undefined, context = '.', file?: string) =>
  gitCheckout().checkout.treeState(sha, context, file);

describe('HEAD of the repository at the root', () => {
  test('with the time at which it was committed', async () => {
    const sha = repository();
    const { checkout } = gitCheckout();
    expect(await checkout.head('.')).toEqual({ kind: 'commit', sha, inner: undefined });
    expect(await checkout.committedAt(sha)).toBe(Date.UTC(2026, 0, 2, 2, 4, 5));
  });

  test.each([
    { what: 'packed refs', change: () => git('pack-refs', '--all') },
    { what: 'detached, as actions/checkout leaves it', change: () => git('checkout', '-q', '--detach') },
    {
      what: 'a ref that leads to another',
      change: () => git('symbolic-ref', 'refs/heads/alias', 'refs/heads/main'),
    },
    { what: 'objects in a pack', change: () => git('repack', '-adq') },
  ])('$what', async ({ change }) => {
    const sha = repository();
    change();
    expect(await head('app')).toEqual({ kind: 'commit', sha, inner: undefined });
    expect(await gitCheckout().checkout.committedAt(sha)).toBe(Date.UTC(2026, 0, 2, 2, 4, 5));
  });

  test('SHA-256', async () => {
    const sha = repository('--object-format=sha256');
    expect(sha).toHaveLength(64);
    expect(await head()).toMatchObject({ kind: 'commit', sha });
    expect(await tree(sha)).toEqual({ kind: 'clean' });
  });

  test('a working tree of a repository elsewhere', async () => {
    const sha = repository();
    const elsewhere = join(place, 'elsewhere');
    renameSync(root, elsewhere);
    gitIn(elsewhere, 'worktree', 'add', '-q', '--detach', root);
    expect(await head()).toEqual({ kind: 'commit', sha, inner: undefined });
    expect(await tree(sha)).toEqual({ kind: 'clean' });
  });

  test('of another user, which git itself would not look at', async () => {
    const sha = repository();
    for (const path of ['.', '.git', '.git/config']) chownSync(join(root, path), 65534, 65534);
    expect(await head()).toMatchObject({ kind: 'commit', sha });
    expect(await gitCheckout().checkout.committedAt(sha)).toBe(Date.UTC(2026, 0, 2, 2, 4, 5));
    expect(await tree(sha)).toEqual({ kind: 'clean' });
  });

  test.each([
    { what: 'no repository', make: () => undefined },
    { what: 'no commit', make: () => git('init', '-q') },
    { what: 'an empty folder', make: () => mkdirSync(join(root, '.git')) },
    { what: 'a root that looks like a bare repository', make: () => bareRepository(root) },
  ])('none: $what', async ({ make }) => {
    make();
    expect(await head()).toEqual({ kind: 'none', inner: undefined });
    expect(existsSync(canary)).toBe(false);
  });

  test.each([
    { what: 'text', text: 'hello\n' },
    { what: 'a way out', text: 'ref: refs/heads/../../../../canary\n' },
    { what: 'no ref', text: 'ref: HEAD\n' },
    { what: 'an option', text: 'ref: --upload-pack=x\n' },
    { what: 'nothing', text: '' },
  ])('unreadable: HEAD is $what', async ({ text }) => {
    repository();
    writeFileSync(join(root, '.git/HEAD'), text);
    expect((await head()).kind).toBe('unreadable');
  });

  test('unreadable: reftable, a circle, a pipe, and a file that leads back into the workspace', async () => {
    repository();
    writeFileSync(join(root, '.git/HEAD'), 'ref: refs/heads/.invalid\n');
    expect(await head()).toMatchObject({ kind: 'unreadable' });
    mkdirSync(join(root, '.git/reftable'));
    expect(await head()).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('reftable') });
    rmSync(join(root, '.git/reftable'), { recursive: true });
    writeFileSync(join(root, '.git/HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(root, '.git/refs/heads/main'), 'ref: refs/heads/main\n');
    expect(await head()).toMatchObject({ kind: 'unreadable', why: 'HEAD leads from ref to ref' });
    rmSync(join(root, '.git/refs/heads/main'));
    execFileSync('mkfifo', [join(root, '.git/refs/heads/main')]);
    expect(await head()).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('is no file') });
    renameSync(join(root, '.git'), join(root, 'payload'));
    writeFileSync(join(root, '.git'), 'gitdir: payload\n');
    expect(await head()).toEqual({ kind: 'unreadable', why: '.git leads back into the workspace' });
  });

  test('without git on this machine: the commit, and nothing more', async () => {
    const sha = repository();
    process.env['PATH'] = place;
    const { checkout, history } = gitCheckout();
    expect(await checkout.head('.')).toMatchObject({ kind: 'commit', sha });
    expect(await checkout.committedAt(sha)).toBeUndefined();
    expect(await checkout.treeState(sha, '.', undefined)).toMatchObject({ kind: 'unknown' });
    expect(await history.descends(sha, 'a'.repeat(40))).toBe('unknown');
  });
});

describe('a repository around the build context', () => {
  test('a submodule is pinned by the commit of the root, until something else is checked out in it', async () => {
    const library = join(place, 'library');
    mkdirSync(library);
    gitIn(library, 'init', '-q', '-b', 'main');
    for (const message of ['first', 'second']) gitIn(library, 'commit', '--allow-empty', '-q', '-m', message);
    repository();
    git('submodule', '--quiet', 'add', library, 'vendor/library');
    const sha = commit();
    const pinned = gitIn(library, 'rev-parse', 'HEAD');
    mkdirSync(join(root, 'vendor/library/deep'));
    expect(await head('vendor/library/deep')).toEqual({
      kind: 'commit',
      sha,
      inner: { path: 'vendor/library', sha: pinned, isPinned: true },
    });
    gitIn(join(root, 'vendor/library'), 'checkout', '-q', 'HEAD~1');
    expect(await head('vendor/library')).toMatchObject({ inner: { isPinned: false } });
  });

  test('a second checkout, also behind a link, and where the root is none', async () => {
    const sha = repository();
    const second = join(root, 'pr');
    gitIn(place, 'clone', '-q', root, second);
    gitIn(second, 'commit', '--allow-empty', '-q', '-m', 'stranger');
    const inner = { path: 'pr', sha: gitIn(second, 'rev-parse', 'HEAD'), isPinned: false };
    expect(await head('pr/app')).toEqual({ kind: 'commit', sha, inner });
    symlinkSync('pr/app', join(root, 'link'));
    expect(await head('link')).toEqual({ kind: 'commit', sha, inner });
    rmSync(join(root, '.git'), { recursive: true });
    expect(await head('pr')).toEqual({ kind: 'none', inner });
  });

  test('a context that looks like a bare repository is a folder', async () => {
    const sha = repository();
    bareRepository(join(root, 'bare'));
    expect(await head('bare')).toEqual({ kind: 'commit', sha, inner: undefined });
    expect((await tree(sha, 'bare')).kind).toBe('differs');
    expect(existsSync(canary)).toBe(false);
  });
});

/** Files that git takes for a repository, and whose configuration runs a command in many ways. */
function bareRepository(folder: string): void {
  const source = join(place, 'source');
  if (!existsSync(source)) {
    mkdirSync(source);
    gitIn(source, 'init', '-q', '-b', 'main');
    gitIn(source, 'commit', '--allow-empty', '-q', '-m', 'bait');
  }
  mkdirSync(folder, { recursive: true });
  cpSync(join(source, '.git'), folder, { recursive: true });
  hostile(folder);
}

/** Every setting that makes git run something, and hooks, all of which touch the canary. */
function hostile(gitFolder: string): void {
  const touch = join(place, 'touch.sh');
  writeFileSync(touch, `#!/bin/sh\ntouch ${canary}\nexit 0\n`);
  chmodSync(touch, 0o755);
  const included = join(gitFolder, 'more');
  writeFileSync(included, `[core]\n\tfsmonitor = ${touch}\n`);
  appendFileSync(
    join(gitFolder, 'config'),
    [
      '[core]',
      `\tfsmonitor = ${touch}`,
      `\tsshCommand = ${touch}`,
      `\thooksPath = ${place}`,
      `\tgitProxy = ${touch}`,
      `\tpager = ${touch}`,
      `\teditor = ${touch}`,
      `\taskPass = ${touch}`,
      `\talternateRefsCommand = ${touch}`,
      '\trepositoryFormatVersion = 1',
      '[extensions]',
      '\tpartialClone = evil',
      '\tworktreeConfig = true',
      '[remote "evil"]',
      `\turl = ${place}/nowhere`,
      '\tpromisor = true',
      `\tuploadpack = ${touch}`,
      '[filter "evil"]',
      `\tclean = ${touch}`,
      `\tsmudge = ${touch}`,
      `\tprocess = ${touch}`,
      '\trequired = true',
      '[diff]',
      `\texternal = ${touch}`,
      '[diff "evil"]',
      `\ttextconv = ${touch}`,
      `\tcommand = ${touch}`,
      '[gpg]',
      `\tprogram = ${touch}`,
      '[log]',
      '\tshowSignature = true',
      '[credential]',
      `\thelper = ${touch}`,
      '[include]',
      '\tpath = more',
      '[includeIf "gitdir:/"]',
      '\tpath = more',
      '',
    ].join('\n'),
  );
  for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'post-checkout'])
    cpSync(touch, join(gitFolder, 'hooks', hook));
}

describe('nothing that a checkout holds is run', () => {
  test('whatever the configuration that came with it says', async () => {
    const sha = repository();
    write('.gitattributes', '* filter=evil diff=evil\n');
    const second = commit('attributes', '2026-02-01T00:00:00Z');
    hostile(join(root, '.git'));
    write('app/main.js', 'changed()\n');
    // To a promisor an object that is missing is a reason to fetch.
    const blob = git.call(undefined, '-c', 'core.fsmonitor=', 'rev-parse', `${sha}:Dockerfile`);
    rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    rmSync(canary, { force: true });

    const { checkout, history } = gitCheckout();
    expect(await checkout.head('app')).toMatchObject({ kind: 'commit', sha: second });
    expect(await checkout.committedAt(second)).toBe(Date.UTC(2026, 1, 1));
    expect(await checkout.treeState(second, '.', undefined)).toMatchObject({
      kind: 'differs',
      paths: ['app/main.js'],
    });
    expect(await history.descends(second, sha)).toBe('yes');
    expect(await history.changed(sha, second, ['**'])).toEqual({ kind: 'known', paths: ['.gitattributes'] });
    expect(await history.changed(sha, 'f'.repeat(40), ['**'])).toMatchObject({ kind: 'unknown' });
    expect(await history.descends(second, 'f'.repeat(40))).toBe('unknown');
    expect(existsSync(canary)).toBe(false);
  });

  test('whatever the job’s variables and the person’s settings say', async () => {
    const sha = repository();
    hostile(join(root, '.git'));
    const home = join(place, 'home');
    mkdirSync(home);
    cpSync(join(root, '.git/config'), join(home, '.gitconfig'));
    const touch = join(place, 'touch.sh');
    Object.assign(process.env, {
      HOME: home,
      GIT_DIR: join(root, '.git'),
      GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
      GIT_SSH_COMMAND: touch,
      GIT_EXTERNAL_DIFF: touch,
      GIT_PAGER: touch,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: touch,
      GIT_TRACE: canary,
    });
    rmSync(canary, { force: true });
    const { checkout } = gitCheckout();
    expect(await checkout.head('.')).toMatchObject({ sha });
    expect(await checkout.treeState(sha, '.', undefined)).toEqual({ kind: 'clean' });
    expect(existsSync(canary)).toBe(false);
  });

  test('nor a git of its own', async () => {
    const sha = repository();
    write('bin/git', `#!/bin/sh\ntouch ${canary}\n`);
    chmodSync(join(root, 'bin/git'), 0o755);
    process.env['PATH'] = `bin:.:${join(root, 'bin')}:${before['PATH'] ?? ''}`;
    expect(await gitCheckout().checkout.committedAt(sha)).toBeDefined();
    expect(existsSync(canary)).toBe(false);
  });

  test('git gets no variable of the job', async () => {
    const sha = repository();
    const bin = join(place, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'git'), `#!/bin/sh\n/usr/bin/env > ${canary}\nexec /usr/bin/git "$@"\n`);
    chmodSync(join(bin, 'git'), 0o755);
    Object.assign(process.env, {
      PATH: `${bin}:/usr/bin:/bin`,
      AWS_SECRET_ACCESS_KEY: 'secret',
      GITHUB_TOKEN: 'secret',
    });
    Object.assign(process.env, {
      'INPUT_GITHUB-TOKEN': 'secret',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      ANYTHING: 'secret',
    });
    expect(await gitCheckout().checkout.committedAt(sha)).toBeDefined();
    expect(readFileSync(canary, 'utf8')).toContain('GIT_ALLOW_PROTOCOL=none');
    expect(readFileSync(canary, 'utf8')).not.toContain('secret');
  });

  test('a commit that is not what its name says is not believed', async () => {
    const sha = repository();
    write('app/main.js', 'evil()\n');
    const evil = commit('evil');
    const object = (name: string) => join(root, '.git/objects', name.slice(0, 2), name.slice(2));
    chmodSync(object(sha), 0o644);
    cpSync(object(evil), object(sha));
    git('checkout', '-q', '--detach', evil);
    writeFileSync(join(root, '.git/HEAD'), `${sha}\n`);
    const { checkout } = gitCheckout();
    expect(await checkout.head('.')).toMatchObject({ sha });
    expect(await checkout.committedAt(sha)).toBeUndefined();
    expect(await checkout.treeState(sha, '.', undefined)).toMatchObject({ kind: 'unknown' });
  });

  test('nor a folder that is not', async () => {
    const sha = repository();
    const honest = git('rev-parse', `${sha}:app`);
    write('app/main.js', 'evil()\n');
    const evil = git('rev-parse', `${commit('evil')}:app`);
    const object = (name: string) => join(root, '.git/objects', name.slice(0, 2), name.slice(2));
    chmodSync(object(honest), 0o644);
    cpSync(object(evil), object(honest));
    git('update-ref', '--no-deref', 'HEAD', sha);
    expect(await tree(sha)).toMatchObject({ kind: 'unknown' });
  });
});

describe('what docker would get, against the commit', () => {
  test('nothing but the commit is clean, also with files that no time tells apart', async () => {
    const sha = repository();
    utimesSync(join(root, 'Dockerfile'), 1, 1);
    expect(await tree(sha)).toEqual({ kind: 'clean' });
    expect(await tree(sha, 'app', 'Dockerfile')).toEqual({ kind: 'clean' });
  });

  test.each<{ what: string; change: () => void; path: string; context?: string; file?: string }>([
    {
      what: 'a file that is changed',
      change: () => {
        write('app/main.js', 'other()\n');
      },
      path: 'app/main.js',
    },
    {
      what: 'a new file',
      change: () => {
        write('new.txt', 'x');
      },
      path: 'new.txt',
    },
    {
      what: 'a file that git ignores',
      change: () => {
        write('dist/x', 'x');
        write('.git/info/exclude', 'dist/\n');
      },
      path: 'dist/x',
    },
    {
      what: 'a file that is gone',
      change: () => {
        rmSync(join(root, 'app/main.js'));
      },
      path: 'app/main.js',
    },
    {
      what: 'an executable bit',
      change: () => {
        chmodSync(join(root, 'app/run.sh'), 0o644);
      },
      path: 'app/run.sh',
    },
    {
      what: 'where a link leads',
      change: () => {
        rmSync(join(root, 'app/index.js'));
        symlinkSync('/etc/passwd', join(root, 'app/index.js'));
      },
      path: 'app/index.js',
    },
    {
      what: 'a change that git is told to overlook',
      change: () => {
        git('update-index', '--assume-unchanged', 'app/main.js');
        write('app/main.js', 'x');
      },
      path: 'app/main.js',
    },
    {
      what: 'a file that git is told to skip',
      change: () => {
        git('update-index', '--skip-worktree', 'app/main.js');
        write('app/main.js', 'x');
      },
      path: 'app/main.js',
    },
    {
      what: 'a Dockerfile beside the context',
      change: () => {
        write('Dockerfile', 'FROM x\n');
      },
      path: 'Dockerfile',
      context: 'app',
      file: 'Dockerfile',
    },
    {
      what: 'a .dockerignore that leaves itself out',
      change: () => {
        write('.dockerignore', '*\n');
      },
      path: '.dockerignore',
    },
    {
      what: 'files of a repository inside',
      change: () => {
        mkdirSync(join(root, 'inner'));
        gitIn(join(root, 'inner'), 'init', '-q');
        write('inner/x', 'x');
      },
      path: 'inner/x',
    },
    {
      what: 'a name that is not text',
      change: () => {
        writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]), 'x');
      },
      path: Buffer.from([0xff, 0xfe]).toString('utf8'),
    },
  ])('$what', async ({ change, path, context, file }) => {
    const sha = repository();
    change();
    expect(await tree(sha, context, file)).toMatchObject({ kind: 'differs', paths: [path], count: 1 });
  });

  test('what .dockerignore leaves out does not count, gone or there', async () => {
    repository();
    write('.dockerignore', 'node_modules\n**/*.log\n!keep.log\ndocs\n');
    write('docs/a.md', 'a');
    const sha = commit();
    for (const path of ['node_modules/a/b.js', 'app/x.log', 'docs/b.md']) write(path, 'x');
    rmSync(join(root, 'docs/a.md'));
    expect(await tree(sha)).toEqual({ kind: 'clean' });
    write('keep.log', 'x');
    expect(await tree(sha)).toMatchObject({ paths: ['keep.log'] });
  });

  test('the ignore file of the Dockerfile leaves out only what both would', async () => {
    repository();
    write('.dockerignore', 'a\n');
    write('Dockerfile.dockerignore', 'a\nb\n');
    const sha = commit();
    write('a', 'x');
    write('b', 'x');
    expect(await tree(sha)).toMatchObject({ kind: 'differs', paths: ['b'] });
  });

  test('the digest is the same for the same files, and another for others', async () => {
    const sha = repository();
    write('new.txt', 'x');
    const first = await tree(sha);
    utimesSync(join(root, 'new.txt'), 1, 1);
    expect(await tree(sha)).toEqual(first);
    write('new.txt', 'y');
    expect(await tree(sha)).not.toEqual(first);
  });

  test('without a commit, and outside the workspace, everything differs', async () => {
    repository();
    const all = await tree(undefined);
    expect(all).toMatchObject({ kind: 'differs', count: 4 });
    const outside = join(place, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'Dockerfile'), 'FROM scratch\n');
    expect(await tree(git('rev-parse', 'HEAD'), outside, join(outside, 'Dockerfile'))).toMatchObject({
      count: 1,
    });
  });

  test('a Dockerfile that is a link, or lies elsewhere, is not known', async () => {
    repository();
    write('real', 'FROM scratch\n');
    rmSync(join(root, 'Dockerfile'));
    symlinkSync('real', join(root, 'Dockerfile'));
    const sha = commit();
    expect(await tree(sha)).toMatchObject({ kind: 'unknown', why: expect.stringContaining('is a link') });
    expect(await tree(sha, '.', 'https://example.com/Dockerfile')).toMatchObject({ kind: 'unknown' });
  });

  test('a path goes where the system leads, and small letters are a Dockerfile too', async () => {
    repository();
    renameSync(join(root, 'Dockerfile'), join(root, 'dockerfile'));
    write('.dockerignore', 'dockerfile\n');
    mkdirSync(join(root, 'deep/er/app'), { recursive: true });
    symlinkSync('deep/er', join(root, 'l'));
    write('deep/app/x', 'x');
    const sha = commit();
    write('dockerfile', 'FROM other\n');
    expect(await tree(sha)).toMatchObject({ paths: ['dockerfile'] });
    write('deep/app/x', 'y');
    expect(await tree(sha, 'l/../app', 'deep/none')).toMatchObject({ paths: ['deep/app/x'] });
  });

  test('a report that an earlier run left does not count, unless the commit has it', async () => {
    const sha = repository();
    write('result.json', '{}');
    const { checkout } = gitCheckout();
    expect(await checkout.treeState(sha, '.', undefined, ['result.json'])).toEqual({ kind: 'clean' });
    write('app/main.js', 'x');
    expect(await checkout.treeState(sha, '.', undefined, ['result.json', './app/main.js'])).toMatchObject({
      paths: ['app/main.js'],
    });
  });

  test('a folder that is not there holds nothing', async () => {
    const sha = repository();
    expect(await tree(sha, 'missing', 'Dockerfile')).toEqual({ kind: 'clean' });
    rmSync(join(root, 'app'), { recursive: true });
    expect(await tree(sha, 'app', 'Dockerfile')).toMatchObject({ kind: 'differs', count: 3 });
  });
});

describe('history', () => {
  test('who descends from whom', async () => {
    const first = repository();
    const second = commit('second');
    git('checkout', '-q', '-b', 'side', first);
    const side = commit('side');
    const { history } = gitCheckout();
    expect(await history.descends(second, first)).toBe('yes');
    expect(await history.descends(first, second)).toBe('no');
    expect(await history.descends(second, side)).toBe('no');
    expect(await history.descends(second, second)).toBe('yes');
    for (const odd of ['--help', 'main', second.slice(0, 12), ''])
      expect(await history.descends(second, odd)).toBe('unknown');
  });

  test('what changed below globs', async () => {
    const first = repository();
    write('services/api/a/b.js', 'x');
    write('services/web/c.js', 'x');
    const second = commit();
    const { history } = gitCheckout();
    const paths = async (...globs: string[]) => history.changed(first, second, globs);
    expect(await paths('services/api/**')).toEqual({ kind: 'known', paths: ['services/api/a/b.js'] });
    expect(await paths('services/**', '!services/api/**')).toEqual({
      kind: 'known',
      paths: ['services/web/c.js'],
    });
    expect(await paths('services/*.js')).toEqual({ kind: 'known', paths: [] });
  });

  test('a shallow checkout says so', async () => {
    const first = repository();
    commit('second');
    const elsewhere = join(place, 'full');
    renameSync(root, elsewhere);
    gitIn(place, 'clone', '-q', '--depth', '1', `file://${elsewhere}`, root);
    const second = gitIn(root, 'rev-parse', 'HEAD');
    const { checkout, history } = gitCheckout();
    expect(await checkout.treeState(second, '.', undefined)).toEqual({ kind: 'clean' });
    expect(await history.descends(second, first)).toBe('unknown');
    expect(await history.changed(first, second, ['**'])).toEqual({
      kind: 'unknown',
      why: 'the checkout is shallow and does not have that commit (give actions/checkout fetch-depth: 0)',
    });
  });
});
