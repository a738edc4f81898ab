import { expect, test } from '@jest/globals';
import { chooseBuilder } from '../../../src/plan/builder.ts';
import { ShipError } from '../../../src/types/errors.ts';

const buildx = { Name: 'buildx', Version: '0.13.1+ds1' };
const engine = {
  ServerVersion: '26.1.5+dfsg1',
  OSType: 'linux',
  Architecture: 'x86_64',
  Driver: 'overlay2',
  DriverStatus: [['Backing Filesystem', 'extfs']],
};
const containerd = {
  ...engine,
  Driver: 'overlayfs',
  DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
};

function choose(info: object, plugins: readonly object[], driver: string | undefined) {
  return chooseBuilder({
    info: { exitCode: 0, stdout: JSON.stringify({ ...info, ClientInfo: { Plugins: plugins } }), stderr: '' },
    inspect:
      driver === undefined
        ? { exitCode: 1, stdout: '' }
        : { exitCode: 0, stdout: `Name:   b\nDriver: ${driver}\n\nNodes:\n` },
  });
}

test.each([
  {
    name: 'no buildx',
    info: engine,
    plugins: [],
    driver: undefined,
    expected: { tool: 'docker-build', push: 'by-tag', multiPlatform: false, nativePlatform: 'linux/amd64' },
  },
  {
    name: 'a buildx that does not work',
    info: engine,
    plugins: [{ ...buildx, Err: 'exec format error' }],
    driver: undefined,
    expected: { tool: 'docker-build' },
  },
  {
    name: 'the docker driver on overlay2',
    info: engine,
    plugins: [buildx],
    driver: 'docker',
    expected: { tool: 'buildx', push: 'by-tag', multiPlatform: false, provenanceFlag: true },
  },
  {
    name: 'the docker driver on the containerd store, which cannot push by digest either',
    info: containerd,
    plugins: [buildx],
    driver: 'docker',
    expected: { push: 'by-tag', multiPlatform: true },
  },
  {
    name: 'a container builder',
    info: engine,
    plugins: [buildx],
    driver: 'docker-container',
    expected: { push: 'by-digest', multiPlatform: true, nativePlatform: undefined },
  },
  {
    name: 'a remote builder without any engine',
    info: {},
    plugins: [buildx],
    driver: 'remote',
    expected: { push: 'by-digest', description: 'buildx 0.13.1+ds1, driver remote' },
  },
  {
    name: 'a buildx before provenance',
    info: engine,
    plugins: [{ ...buildx, Version: 'v0.9.1' }],
    driver: 'docker',
    expected: { provenanceFlag: false },
  },
  {
    name: 'an engine on ARM',
    info: { ...engine, Architecture: 'aarch64' },
    plugins: [],
    driver: undefined,
    expected: { nativePlatform: 'linux/arm64' },
  },
])('$name', ({ info, plugins, driver, expected }) => {
  expect(choose(info, plugins, driver)).toMatchObject(expected);
});

test('only where something is lost is there a notice', () => {
  expect(choose(engine, [], undefined).notice).toContain('docker buildx is not installed');
  expect(choose(engine, [buildx], 'docker').notice).toBeUndefined();
});

test.each([
  {
    name: 'says why',
    info: { ServerErrors: ['Cannot connect to the Docker daemon. Is the docker daemon running?'] },
    plugins: [],
    driver: undefined,
    says: 'Cannot connect to the Docker daemon. Is the docker daemon running.',
  },
  {
    name: 'shows an empty driver',
    info: { ServerVersion: '', ServerErrors: ['down'] },
    plugins: [buildx],
    driver: '\nError:  down',
    says: 'down.',
  },
  { name: 'says nothing', info: {}, plugins: [], driver: undefined, says: 'it said nothing.' },
])('an engine that does not answer and $name', ({ info, plugins, driver, says }) => {
  expect(() => choose(info, plugins, driver)).toThrow(ShipError);
  expect(() => choose(info, plugins, driver)).toThrow(`The Docker engine does not answer: ${says}`);
});
