import { expect, test } from '@jest/globals';
import { usualPlatform } from '../../../src/types/names.ts';
import { platform } from '../support/values.ts';

test.each([
  { given: 'linux/amd64', usual: 'linux/amd64' },
  { given: 'linux/amd64/v1', usual: 'linux/amd64' },
  { given: 'linux/amd64/v2', usual: 'linux/amd64/v2' },
  { given: 'linux/x86_64', usual: 'linux/amd64' },
  { given: 'linux/arm64', usual: 'linux/arm64' },
  { given: 'linux/arm64/v8', usual: 'linux/arm64' },
  { given: 'linux/arm64/8', usual: 'linux/arm64' },
  { given: 'linux/aarch64', usual: 'linux/arm64' },
  { given: 'linux/arm', usual: 'linux/arm' },
  { given: 'linux/arm/v7', usual: 'linux/arm' },
  { given: 'linux/armhf', usual: 'linux/arm' },
  { given: 'linux/arm/v6', usual: 'linux/arm/v6' },
  { given: 'linux/arm/6', usual: 'linux/arm/v6' },
  { given: 'linux/armel', usual: 'linux/arm/v6' },
  { given: 'linux/i386', usual: 'linux/386' },
  { given: 'windows/amd64', usual: 'windows/amd64' },
])('$given is $usual', ({ given, usual }) => {
  expect(usualPlatform(platform(given))).toBe(usual);
});
