import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isInstalled } from '../../scripts/packages.mjs';

const here = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const a = { version: '1.0.0', integrity: 'sha512-a' };
const only = (what: object) => ({ version: '1.0.0', integrity: 'sha512-b', optional: true, ...what });
const wanted = {
  packages: {
    '': { version: '0.0.0' },
    'node_modules/a': a,
    'node_modules/b-linux-x64-gnu': only({ os: ['linux'], cpu: ['x64'], libc: ['glibc'] }),
    'node_modules/b-linux-x64-musl': only({ os: ['linux'], cpu: ['x64'], libc: ['musl'] }),
    'node_modules/b-linux-arm64-gnu': only({ os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }),
    'node_modules/b-darwin': only({ os: ['darwin'] }),
    'node_modules/b-not-linux': only({ os: ['!linux'] }),
    'node_modules/b-anywhere': only({}),
  },
};
const [b, anywhere] = [only({ os: ['linux'], cpu: ['x64'], libc: ['glibc'] }), only({})];
const full = {
  'node_modules/a': a,
  'node_modules/b-linux-x64-gnu': b,
  'node_modules/b-anywhere': anywhere,
};
const without = (name: string) =>
  Object.fromEntries(Object.entries(full).filter(([path]) => path !== `node_modules/${name}`));

describe('what is installed', () => {
  test.each([
    ['nothing', undefined, false],
    ['all that is for this machine', full, true],
    ['another version', { ...full, 'node_modules/a': { ...a, version: '1.0.1' } }, false],
    ['other bytes', { ...full, 'node_modules/a': { ...a, integrity: 'sha512-x' } }, false],
    ['a package is missing', without('a'), false],
    ['the optional package for this very machine is missing', without('b-linux-x64-gnu'), false],
    ['an optional package for any machine is missing', without('b-anywhere'), false],
    ['an optional package that the lock file does not name', { ...full, 'node_modules/c': only({}) }, false],
    ['a package that is wanted no more', { ...full, 'node_modules/old': a }, false],
  ])('%s', (_what, packages, expected) => {
    expect(isInstalled(wanted, packages && { packages }, here)).toBe(expected);
  });

  test('is looked at as on the machine that it is for', () => {
    const common = without('b-linux-x64-gnu');
    const mac = { ...common, 'node_modules/b-darwin': only({}), 'node_modules/b-not-linux': only({}) };
    expect(isInstalled(wanted, { packages: mac }, { os: 'darwin', cpu: 'arm64' })).toBe(true);
    expect(isInstalled(wanted, { packages: mac }, here)).toBe(false);
    const arm = { ...common, 'node_modules/b-linux-arm64-gnu': only({}) };
    expect(isInstalled(wanted, { packages: arm }, { ...here, cpu: 'arm64' })).toBe(true);
    const musl = { ...common, 'node_modules/b-linux-x64-musl': only({}) };
    expect(isInstalled(wanted, { packages: musl }, { ...here, libc: 'musl' })).toBe(true);
  });
});

describe('package-lock.json', () => {
  interface Package {
    readonly version?: string;
    readonly integrity?: string;
    readonly resolved?: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
    readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, Package>>;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  /** Whether Node finds the package from the package at `path`: in its own node_modules or in one further up. */
  const isFound = (name: string, path: string): boolean =>
    join(path, 'node_modules', name) in packages ||
    (path !== '' && isFound(name, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))));

  test('names every package that one of its packages wants, of every platform: npm 11 installs nothing otherwise', () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      [entry.dependencies, entry.devDependencies, entry.optionalDependencies, entry.peerDependencies]
        .flatMap((wants) => Object.keys(wants ?? {}))
        .filter((name) => entry.peerDependenciesMeta?.[name]?.optional !== true)
        .filter((name) => !isFound(name, path))
        .map((name) => `${name}, wanted by ${path || 'the project'}`),
    );
    expect(missing).toEqual([]);
  });

  test('says by hash, and not by an address of its own, what each package is', () => {
    expect(installed.length).toBeGreaterThan(400);
    expect(installed.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
