import { expect, test } from '@jest/globals';
import { inputs, shipErrorOf } from '../support/values.ts';

test.each([
  { platforms: 'linux/amd64,linux/arm64', is: ['linux/amd64', 'linux/arm64'] },
  { platforms: 'linux/arm64\nlinux/arm64/v8', is: ['linux/arm64'] },
  { platforms: 'linux/aarch64,linux/x86_64,linux/amd64', is: ['linux/aarch64', 'linux/x86_64'] },
  { platforms: 'Linux/AMD64', is: ['linux/amd64'] },
  {
    platforms: '"linux/arm/v7"\r\n# not this: linux/386\r\nlinux/arm/v6',
    is: ['linux/arm/v7', 'linux/arm/v6'],
  },
  { platforms: 'windows/amd64', is: ['windows/amd64'] },
])('platforms $platforms', ({ platforms, is }) => {
  expect(inputs({ platforms }).build.platforms).toEqual(is);
});

test.each([
  { platforms: 'linux/arm65', meant: 'linux/arm64' },
  { platforms: 'linux/amd46', meant: 'linux/amd64' },
  { platforms: 'lunix/amd64', meant: 'linux/amd64' },
  { platforms: 'arm64', meant: 'linux/arm64' },
  { platforms: 'linux-arm64', meant: 'linux/arm64' },
  { platforms: 'linux/armv7', meant: 'linux/arm/v7' },
])('platforms $platforms: did you mean $meant?', ({ platforms, meant }) => {
  expect(shipErrorOf(() => inputs({ platforms })).what).toContain(`(did you mean ${meant}?)`);
});
