import { describe, expect, test } from '@jest/globals';
import { reachOf, requireAddress } from '../../../src/checks/smoke-reach.ts';
import type { Docker, Publishing } from '../../../src/ports.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Proof, SmokeTest } from '../../../src/types/smoke.ts';

const smokeTest = (kind: Proof['kind'], more: Partial<SmokeTest> = {}): SmokeTest => ({
  name: kind,
  proof: {
    http: { kind: 'http', path: '/', status: 200, body: undefined } as const,
    lambda: { kind: 'lambda', event: '{}' } as const,
    health: { kind: 'health' } as const,
    command: { kind: 'command', command: ['true'] } as const,
  }[kind],
  withinMs: 1,
  port: 3000,
  env: [],
  readOnly: false,
  openPort: false,
  memory: '2g',
  ...more,
});

const on = (place: Publishing): Docker => ({ publishing: () => Promise.resolve(place) }) as unknown as Docker;
const far = { address: '192.0.2.7', isOpen: true, why: 'the engine is on another machine, far' };
const beside = { address: '172.18.0.1', isOpen: false, why: 'this job runs in a container' };
const unasked = {
  publishing: () => Promise.reject(new Error('docker was asked')),
} as unknown as Docker;

async function refusal(tests: readonly SmokeTest[], place: Publishing): Promise<ShipError> {
  const error: unknown = await reachOf(tests, on(place)).catch((thrown: unknown) => thrown);
  if (error instanceof ShipError) return error;
  throw new Error('nothing was refused');
}

describe('where the containers of tests are asked', () => {
  test('on 127.0.0.1 where nobody knows better, and where the engine itself proves it nobody asks', async () => {
    expect(await reachOf([smokeTest('http')], {} as Docker)).toEqual({ address: '127.0.0.1' });
    expect(await reachOf([smokeTest('health'), smokeTest('command')], unasked)).toEqual({
      address: '127.0.0.1',
    });
  });

  test('at the gateway of the job’s own network, which nobody else reaches', async () => {
    const { address, why } = beside;
    expect(await reachOf([smokeTest('lambda')], on(beside))).toEqual({ address, why });
  });

  test('on another machine only where every test allows its port to be open', async () => {
    const open = { openPort: true };
    const tests = [smokeTest('http', open), smokeTest('health'), smokeTest('lambda', open)];
    expect(await reachOf(tests, on(far))).toEqual({ address: far.address, why: far.why });
    const { code, what, next } = await refusal([...tests, smokeTest('http', { name: 'late' })], far);
    expect([code, what]).toEqual([
      'smoke-failed',
      'The smoke test late was not started: it asks its container on 127.0.0.1, and the engine is on another machine, far.',
    ]);
    expect(next).toContain('say open-port: true in the test');
    expect(next).toContain('192.0.2.7');
  });

  test('nowhere where no address is known, whatever a test allows', async () => {
    const { next } = await refusal([smokeTest('http', { openPort: true })], { ...far, address: undefined });
    expect(next).toContain('prove it by health: true');
    expect(next).not.toContain('open-port');
  });
});

test('an address that the machine does not have itself is told as such, and nothing else is', () => {
  const words =
    'docker: Error response from daemon: failed to listen on TCP socket: cannot assign requested address.';
  expect(() => {
    requireAddress(words, smokeTest('http'), '192.0.2.7');
  }).toThrow("the engine's machine is reached at 192.0.2.7, and does not have that address itself");
  requireAddress('port is already allocated', smokeTest('http'), '192.0.2.7');
});
