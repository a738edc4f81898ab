import { expect, test } from '@jest/globals';
import { isInstalled } from '../../scripts/packages.mjs';

const wanted = {
  packages: {
    '': { version: '0.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-linux-arm64': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const a = { version: '1.0.0', integrity: 'sha512-a' };

test.each([
  ['nothing is installed', undefined, false],
  ['all is, without the package of another platform', { 'node_modules/a': a }, true],
  ['a version differs', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
  ['the bytes differ', { 'node_modules/a': { ...a, integrity: 'sha512-x' } }, false],
  ['a package is missing', {}, false],
  [
    'a package for this platform is there that the lock file does not name',
    { 'node_modules/a': a, 'node_modules/b-darwin-arm64': { ...a, optional: true } },
    true,
  ],
  ['a package is there that is wanted no more', { 'node_modules/a': a, 'node_modules/old': a }, false],
])('%s', (_what, packages, expected) => {
  expect(isInstalled(wanted, packages && { packages })).toBe(expected);
});
