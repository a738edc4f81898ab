import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { timedCall, enterFence } from '../../src/adapters/runner/debug.ts';
import { logGroups } from '../../src/adapters/runner/log-groups.ts';

const printed: string[] = [];
jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
  printed.push(String(chunk));
  return true;
});
afterEach(() => {
  printed.length = 0;
  delete process.env['RUNNER_DEBUG'];
});
const lines = () =>
  printed
    .join('')
    .split('\n')
    .filter((line) => line !== '');
const withoutTimes = () => lines().map((line) => line.replace(/\d+ ms$/, '…'));

describe('a group of the log', () => {
  test('says behind its end whether it went well, and how long it took', async () => {
    const group = logGroups();
    expect(await group('Build', () => 7)).toBe(7);
    await expect(
      group('Push', () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(withoutTimes()).toEqual([
      '::group::Build',
      '::endgroup::',
      '✓ Build: …',
      '::group::Push',
      '::endgroup::',
      '✗ Push: …',
    ]);
    expect(lines()[2]).toMatch(/^✓ Build: \d+ ms$/);
  });

  test('has a title of its own', async () => {
    const group = logGroups();
    await group('Copy', () => undefined);
    await group('Copy', () => undefined);
    expect(lines().filter((line) => line.startsWith('::group::'))).toEqual([
      '::group::Copy',
      '::group::Copy (2)',
    ]);
  });

  test('says that it goes on while nothing is printed', async () => {
    const group = logGroups(10);
    await group('Push', () => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(lines().filter((line) => /^Push: still going after \d+ ms\.$/.test(line)).length).toBeGreaterThan(
      1,
    );
    const before = lines().length;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(lines()).toHaveLength(before);
  });
});

describe('a call that is timed', () => {
  test('is told with its time only where debug lines are asked for', async () => {
    expect(
      await timedCall(
        () => 'ecr:DescribeImages',
        () => Promise.resolve(1),
      ),
    ).toBe(1);
    expect(lines()).toEqual([]);
    process.env['RUNNER_DEBUG'] = '1';
    await timedCall(
      () => 'ecr:DescribeImages\n100%',
      () => Promise.resolve(1),
      String,
    );
    await expect(
      timedCall(
        () => 'docker push',
        () => Promise.reject(new TypeError('secret')),
      ),
    ).rejects.toThrow();
    expect(lines()[0]).toMatch(/^::debug::ecr:DescribeImages 100%25: 1 in \d+ ms$/);
    expect(lines()[1]).toMatch(/^::debug::docker push: TypeError in \d+ ms$/);
    expect(printed.join('')).not.toContain('secret');
  });

  test('shows what cannot be seen, and orders nothing', async () => {
    process.env['RUNNER_DEBUG'] = '1';
    const hostile = () => '::add-mask::e\n::error::x\r\u001b[2J\u009b2J\u202e##[error]y';
    await timedCall(hostile, () => Promise.resolve(1));
    const leave = enterFence();
    await timedCall(hostile, () => Promise.resolve(1));
    leave();
    const shown = String.raw`\::add-mask::e ::error::x\u000d\u001b[2J\u009b2J\u202e#\#[error]y: done`;
    expect(lines().map((line) => line.replace(/ in .*/, ''))).toEqual([
      `::debug::${shown}`,
      `[debug] ${shown}`,
    ]);
  });

  test('is told as a plain line where the runner obeys nothing', async () => {
    process.env['RUNNER_DEBUG'] = '1';
    const leave = enterFence();
    await timedCall(
      () => 'a',
      () => Promise.resolve(1),
    );
    leave();
    await timedCall(
      () => 'b',
      () => Promise.resolve(1),
    );
    expect(lines().map((line) => line.replace(/ in .*/, ''))).toEqual([
      '[debug] a: done',
      '::debug::b: done',
    ]);
  });
});
