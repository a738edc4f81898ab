import { describe, expect, test } from '@jest/globals';
import { chooseBuilder, type EngineProbe } from '../../../src/docker/builder.ts';
import { probeBuilder } from '../../../src/docker/probe.ts';
import type { Builder } from '../../../src/types/plan.ts';
import { shipErrorOf } from '../support/values.ts';

const buildxPlugin = {
  SchemaVersion: '0.1.0',
  Vendor: 'Docker Inc.',
  Version: 'v0.30.1',
  ShortDescription: 'Docker Buildx',
  Name: 'buildx',
  Path: '/usr/libexec/docker/cli-plugins/docker-buildx',
};
const composePlugin = {
  ...buildxPlugin,
  Version: 'v2.40.3',
  ShortDescription: 'Docker Compose',
  Name: 'compose',
};

/** What `docker info --format '{{json .}}'` prints of an engine on Ubuntu, shortened to some of its fields. */
const engine = {
  ID: '5a6f7c1e-0000-4000-8000-000000000000',
  Containers: 0,
  Driver: 'overlay2',
  DriverStatus: [
    ['Backing Filesystem', 'extfs'],
    ['Supports d_type', 'true'],
    ['Using metacopy', 'false'],
    ['Native Overlay Diff', 'true'],
    ['userxattr', 'false'],
  ],
  OperatingSystem: 'Ubuntu 24.04.3 LTS',
  OSType: 'linux',
  Architecture: 'x86_64',
  ServerVersion: '28.2.2',
  ClientInfo: { Debug: false, Version: '28.2.2', Context: 'default', Plugins: [buildxPlugin, composePlugin] },
};

const containerdStore = {
  ...engine,
  Driver: 'overlayfs',
  DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
  ServerVersion: '29.1.3',
};

/** What the client prints, with exit code 1, where no engine listens. */
const engineDown = {
  ID: '',
  Containers: 0,
  Driver: '',
  DriverStatus: null,
  OSType: '',
  Architecture: '',
  ServerVersion: '',
  ServerErrors: [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  ],
  ClientInfo: engine.ClientInfo,
};

const inspected = (driver: string) =>
  [
    'Name:   builder',
    `Driver: ${driver}`,
    '',
    'Nodes:',
    'Name:     builder0',
    'Endpoint: unix:///var/run/docker.sock',
    'Driver Options: network="host"',
    'Status:   running',
    'Platforms: linux/amd64',
  ].join('\n');

const noInspect = { exitCode: 1, stdout: '', stderr: '' };

function probe(info: object | string, inspect: EngineProbe['inspect'] = noInspect): EngineProbe {
  const stdout = typeof info === 'string' ? info : `${JSON.stringify(info)}\n`;
  const down = typeof info === 'object' && 'ServerErrors' in info;
  return { info: { exitCode: down ? 1 : 0, stdout, stderr: '' }, inspect };
}
const ok = (driver: string) => ({ exitCode: 0, stdout: inspected(driver), stderr: '' });

const classicNotice =
  'docker buildx is not installed, so docker build is used: one platform only, and the candidate carries a ' +
  'temporary tag until the image has passed.';

const rows: readonly { name: string; probe: EngineProbe; builder: object }[] = [
  {
    name: 'no buildx: docker build',
    probe: probe({ ...engine, ClientInfo: { ...engine.ClientInfo, Plugins: [composePlugin] } }),
    builder: {
      tool: 'docker-build',
      push: 'by-tag',
      multiPlatform: false,
      provenanceFlag: false,
      attestations: false,
      cacheExport: false,
      checks: false,
      annotations: false,
      gitQuery: false,
      graphDriver: true,
      machine: undefined,
      nativePlatform: 'linux/amd64',
      description: 'docker build on Docker 28.2.2 (no buildx)',
      notice: classicNotice,
    },
  },
  {
    name: 'no plugins at all: docker build',
    probe: probe({ ...engine, ClientInfo: { Debug: false, Plugins: null } }),
    builder: {
      tool: 'docker-build',
      push: 'by-tag',
      multiPlatform: false,
      provenanceFlag: false,
      attestations: false,
      cacheExport: false,
      checks: false,
      annotations: false,
      gitQuery: false,
      graphDriver: true,
      machine: undefined,
      nativePlatform: 'linux/amd64',
      description: 'docker build on Docker 28.2.2 (no buildx)',
      notice: classicNotice,
    },
  },
  {
    name: 'a buildx that does not start: docker build',
    probe: probe({
      ...engine,
      ClientInfo: {
        ...engine.ClientInfo,
        Plugins: [
          { ...buildxPlugin, Version: '', Err: 'failed to fetch metadata: fork/exec: exec format error' },
        ],
      },
    }),
    builder: {
      tool: 'docker-build',
      push: 'by-tag',
      multiPlatform: false,
      provenanceFlag: false,
      attestations: false,
      cacheExport: false,
      checks: false,
      annotations: false,
      gitQuery: false,
      graphDriver: true,
      machine: undefined,
      nativePlatform: 'linux/amd64',
      description: 'docker build on Docker 28.2.2 (no buildx)',
      notice: classicNotice,
    },
  },
  {
    name: 'driver docker, overlay2: by tag, one platform',
    probe: probe(engine, ok('docker')),
    builder: {
      tool: 'buildx',
      push: 'by-tag',
      multiPlatform: false,
      provenanceFlag: true,
      attestations: false,
      cacheExport: false,
      checks: true,
      annotations: false,
      gitQuery: true,
      graphDriver: true,
      machine: undefined,
      nativePlatform: 'linux/amd64',
      description: 'buildx 0.30.1, driver docker on Docker 28.2.2, overlay2 image store',
      notice: undefined,
    },
  },
  {
    name: 'driver docker, containerd image store: by tag, several platforms',
    probe: probe(containerdStore, ok('docker')),
    builder: {
      tool: 'buildx',
      push: 'by-tag',
      multiPlatform: true,
      provenanceFlag: true,
      attestations: true,
      cacheExport: true,
      checks: true,
      annotations: false,
      gitQuery: true,
      graphDriver: false,
      machine: undefined,
      nativePlatform: 'linux/amd64',
      description: 'buildx 0.30.1, driver docker on Docker 29.1.3, containerd image store',
      notice: undefined,
    },
  },
  {
    name: 'driver docker-container: by digest, several platforms',
    probe: probe(engine, ok('docker-container')),
    builder: {
      tool: 'buildx',
      push: 'by-digest',
      multiPlatform: true,
      provenanceFlag: true,
      attestations: true,
      cacheExport: true,
      checks: true,
      annotations: true,
      gitQuery: true,
      graphDriver: false,
      machine: undefined,
      nativePlatform: undefined,
      description: 'buildx 0.30.1, driver docker-container',
      notice: undefined,
    },
  },
  {
    name: 'a remote builder needs no engine',
    probe: probe(engineDown, ok('remote')),
    builder: {
      tool: 'buildx',
      push: 'by-digest',
      multiPlatform: true,
      provenanceFlag: true,
      attestations: true,
      cacheExport: true,
      checks: true,
      annotations: true,
      gitQuery: true,
      graphDriver: false,
      machine: undefined,
      nativePlatform: undefined,
      description: 'buildx 0.30.1, driver remote',
      notice: undefined,
    },
  },
  {
    name: 'an inspection that fails is taken as driver docker',
    probe: probe(engine, { exitCode: 1, stdout: inspected('docker-container'), stderr: '' }),
    builder: {
      tool: 'buildx',
      push: 'by-tag',
      multiPlatform: false,
      provenanceFlag: true,
      attestations: false,
      cacheExport: false,
      checks: true,
      annotations: false,
      gitQuery: true,
      graphDriver: true,
      machine: undefined,
      nativePlatform: 'linux/amd64',
      description: 'buildx 0.30.1, driver docker on Docker 28.2.2, overlay2 image store',
      notice: undefined,
    },
  },
];

describe('chooseBuilder', () => {
  test.each(rows)('$name', ({ probe, builder }) => {
    expect(chooseBuilder(probe)).toEqual(builder);
  });

  test('finds what the engine says among lines that a docker prints of its own', () => {
    const { info, inspect } = probe(engine, ok('docker'));
    const stdout = `WARNING: a wrapper says hello\n{"not": closed\n${info.stdout}[1]\nbye\n`;
    expect(chooseBuilder({ info: { ...info, stdout }, inspect })).toEqual(chooseBuilder({ info, inspect }));
  });

  /**
   * What buildx 0.13 and, where it says more, 0.38 print of builders of each driver; a part of the second's labels. Of `cloud` it is
   * 0.38.2 with a stand-in for Docker's service, which names two nodes of one real BuildKit.
   */
  const inspections = {
    kubernetes: `Name:          k8s
Driver:        kubernetes
Last Activity: 2026-11-30 14:10:19 +0000 UTC

Nodes:
Name:                  k8s0
Endpoint:              kubernetes:///k8s?deployment=buildkit-39840cf9&kubeconfig=%2Fhome%2Frunner%2F.kube%2Fconfig
Driver Options:        namespace="builds" nodeselector="kubernetes.io/arch=amd64" replicas="2"
Status:                inactive
BuildKit daemon flags: --allow-insecure-entitlement=network.host
`,
    cloud: `Name:          cloud-team-default
Driver:        cloud
Last Activity: 2026-11-30 17:31:54 +0000 UTC

Nodes:
Name:             linux-amd64
Endpoint:         cloud://team/default_linux-amd64
Driver Options:   internal.cloud.registry.address="https://localhost:46755" internal.hub.host="http://localhost:36875" internal.tls.insecure="true"
Status:           running
BuildKit version: v0.33.0
Platforms:        linux/amd64*, linux/amd64/v2, linux/amd64/v3, linux/amd64/v4
Labels:
 org.mobyproject.buildkit.worker.containerd.namespace: moby
 org.mobyproject.buildkit.worker.executor:             containerd
GC Policy rule#0:
 All:            false
 Keep Duration:  48h0m0s

Name:             linux-arm64
Endpoint:         cloud://team/default_linux-arm64
Driver Options:   internal.cloud.registry.address="https://localhost:46755" internal.hub.host="http://localhost:36875" internal.tls.insecure="true"
Status:           running
BuildKit version: v0.33.0
Platforms:        linux/arm64*, linux/amd64, linux/amd64/v2, linux/amd64/v3, linux/amd64/v4
`,
    remote: `Name:          remote
Driver:        remote
Last Activity: 2026-11-30 13:39:18 +0000 UTC

Nodes:
Name:           remote0
Endpoint:       tcp://buildkit.internal:1234
Driver Options: cert="/certs/cert.pem" key="/certs/key.pem" servername="buildkit.internal" cacert="/certs/ca.pem"
Status:         inactive
`,
    'docker-container': `Name:          builder-1
Driver:        docker-container
Last Activity: 2026-11-30 13:40:00 +0000 UTC

Nodes:
Name:                  builder-10
Endpoint:              unix:///var/run/docker.sock
Status:                running
BuildKit daemon flags: --allow-insecure-entitlement=network.host
BuildKit version:      v0.34.2
Platforms:             linux/amd64, linux/amd64/v2
Labels:
 org.mobyproject.buildkit.worker.executor: oci
`,
  };

  test.each(Object.entries(inspections))('%s, as buildx describes it: by digest', (driver, stdout) => {
    expect(chooseBuilder(probe(engineDown, { exitCode: 0, stdout, stderr: '' }))).toMatchObject({
      push: 'by-digest',
      multiPlatform: true,
      attestations: true,
      cacheExport: true,
      annotations: true,
      nativePlatform: undefined,
      description: `buildx 0.30.1, driver ${driver}`,
    });
  });

  test('a builder of which buildx can use nothing is told before the build', () => {
    const stdout = inspections.kubernetes.replace(
      /Status:[^]*/,
      'Error:                 invalid configuration: no configuration has been provided\n',
    );
    const inspect = { exitCode: 0, stdout, stderr: '' };
    const error = shipErrorOf(() => chooseBuilder(probe(engine, inspect)));
    expect([error.code, error.what]).toEqual([
      'builder-unreachable',
      'buildx cannot use the builder "k8s", driver kubernetes: invalid configuration: no configuration has been provided.',
    ]);
    const half = stdout + inspections.cloud.slice(inspections.cloud.indexOf('Name:             linux-arm64'));
    expect(chooseBuilder(probe(engine, { ...inspect, stdout: half })).push).toBe('by-digest');
  });

  test("an engine's own builder that does not answer is the engine's fault", () => {
    const stdout =
      'Name:          default\nDriver:        \nLast Activity: 2026-11-30 13:40:04 +0000 UTC\nError:         Cannot connect to the Docker daemon\n';
    const error = shipErrorOf(() => chooseBuilder(probe(engineDown, { exitCode: 0, stdout, stderr: '' })));
    expect(error.code).toBe('engine-unreachable');
  });

  test('does not build with another builder than the one that the job has chosen', () => {
    const inspect = { exitCode: 1, stdout: '', stderr: 'ERROR: no builder "nope" found\n' };
    const error = shipErrorOf(() => chooseBuilder(probe(engine, inspect)));
    expect([error.code, error.what]).toEqual([
      'builder-unfit',
      'There is no builder "nope" on this runner, which the job has chosen.',
    ]);
    expect(error.next).toContain('BUILDX_BUILDER');
  });

  test.each([
    { version: 'v0.9.1', understood: false },
    { version: '0.8.0-ds1', understood: false },
    { version: 'v0.10.0', understood: true },
    { version: '0.30.1+azure-1', understood: true },
    { version: 'v1.0.0', understood: true },
    { version: '4f1e2a3', understood: true },
  ])('buildx $version understands --provenance: $understood', ({ version, understood }) => {
    const info = { ...engine, ClientInfo: { Plugins: [{ ...buildxPlugin, Version: version }] } };
    expect(chooseBuilder(probe(info, ok('docker'))).provenanceFlag).toBe(understood);
  });

  test.each([
    { name: 'another driver-type', status: [['driver-type', 'io.containerd.content.v1']] },
    { name: 'the snapshotter under another key', status: [['plugin', 'io.containerd.snapshotter.v1']] },
    { name: 'no status', status: null },
  ])('no containerd image store: $name', ({ status }) => {
    expect(chooseBuilder(probe({ ...engine, DriverStatus: status }, ok('docker'))).multiPlatform).toBe(false);
  });

  test.each([
    { machine: 'x86_64', platform: 'linux/amd64' },
    { machine: 'aarch64', platform: 'linux/arm64' },
    { machine: 'armv7l', platform: 'linux/arm/v7' },
    { machine: 's390x', platform: 'linux/s390x' },
    { machine: '', platform: undefined },
  ])('an engine on "$machine" builds for $platform', ({ machine, platform }) => {
    expect(chooseBuilder(probe({ ...engine, Architecture: machine }, ok('docker'))).nativePlatform).toBe(
      platform,
    );
  });
});

describe('chooseBuilder where no engine answers', () => {
  test.each([
    {
      name: "the client's own words",
      probe: probe(engineDown, ok('docker')),
      said: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running',
    },
    {
      name: 'no builder known either',
      probe: probe({ ...engineDown, ServerErrors: ['permission denied while trying to connect.'] }),
      said: 'permission denied while trying to connect',
    },
    {
      name: 'stderr where there is no JSON',
      probe: { info: { exitCode: 1, stdout: '', stderr: 'unknown flag: --format\n' }, inspect: noInspect },
      said: 'unknown flag: --format',
    },
    { name: 'nothing said', probe: probe('null'), said: 'it said nothing' },
  ])('$name', ({ probe, said }) => {
    const error = shipErrorOf(() => chooseBuilder(probe));
    expect({ code: error.code, what: error.what, next: error.next }).toEqual({
      code: 'engine-unreachable',
      what: `The Docker engine does not answer: ${said}.`,
      next: 'Start the engine on this runner, or point DOCKER_HOST at one; on a container job mount its socket.',
    });
  });
});

test('probeBuilder asks for the JSON and the driver, without showing it', async () => {
  const asked: { args: readonly string[]; show: boolean }[] = [];
  const builder: Builder = await probeBuilder({
    run: (args, { show }) => {
      asked.push({ args, show });
      const stdout = args[0] === 'info' ? JSON.stringify(engine) : inspected('docker-container');
      return Promise.resolve({ exitCode: 0, stdout, stderr: '' });
    },
    withOutputFile: () => Promise.reject(new Error('no file is needed')),
  }).certain();
  expect(asked).toEqual([
    { args: ['info', '--format', '{{json .}}'], show: false },
    { args: ['buildx', 'inspect'], show: false },
  ]);
  expect(builder.description).toBe('buildx 0.30.1, driver docker-container');
});

describe('probeBuilder where the engine answers by itself', () => {
  const ofSocket = { ...engine, ClientInfo: undefined };
  const asking = (
    info: object | undefined,
    driver: string | undefined,
    version: string | null = 'v0.30.1',
  ) => {
    const commands: string[] = [];
    const probe = probeBuilder({
      run: (args) => {
        commands.push(args.join(' '));
        const stdout = args[0] === 'info' ? JSON.stringify(engine) : inspected('docker');
        return Promise.resolve({ exitCode: 0, stdout, stderr: '' });
      },
      withOutputFile: () => Promise.reject(new Error('no file is needed')),
      engine: {
        request: (method, path) => {
          expect([method, path]).toEqual(['GET', '/info']);
          return info === undefined
            ? Promise.reject(new Error('connect ECONNREFUSED'))
            : Promise.resolve({ status: 200, body: JSON.stringify(info) });
        },
      },
      buildx: { driver: () => Promise.resolve(driver), version: () => Promise.resolve(version ?? undefined) },
    });
    return { probe, commands };
  };

  test.each([
    {
      name: "the engine's own builder",
      info: ofSocket,
      driver: '',
      row: 'driver docker, overlay2: by tag, one platform',
    },
    {
      name: 'a builder of its own',
      info: ofSocket,
      driver: 'docker-container',
      row: 'driver docker-container: by digest, several platforms',
    },
    {
      name: 'the containerd image store',
      info: { ...containerdStore, ClientInfo: undefined },
      driver: '',
      row: 'driver docker, containerd image store: by tag, several platforms',
    },
  ])('no process is started: $name', async ({ info, driver, row }) => {
    const { probe, commands } = asking(info, driver);
    expect(await probe.certain()).toEqual(rows.find(({ name }) => name === row)?.builder);
    expect(commands).toEqual([]);
  });

  test.each([
    { name: 'the engine does not answer', info: undefined, driver: '' },
    { name: 'its answer says nothing', info: { message: 'x' }, driver: '' },
    { name: "buildx's files do not tell", info: ofSocket, driver: undefined },
    { name: 'it is an engine of Windows', info: { ...ofSocket, OSType: 'windows' }, driver: '' },
    { name: 'it is Podman', info: { ...ofSocket, ServerVersion: '5.4.2' }, driver: '' },
  ])('docker is asked where $name', async ({ info, driver }) => {
    const { probe, commands } = asking(info, driver);
    expect(await probe.likely).toBeUndefined();
    expect((await probe.certain()).description).toBe(
      'buildx 0.30.1, driver docker on Docker 28.2.2, overlay2 image store',
    );
    expect(commands).toEqual(['info --format {{json .}}', 'buildx inspect']);
  });

  test('what is likely needs no version, and differs from what is certain where buildx is old', async () => {
    const { probe, commands } = asking(ofSocket, '', 'v0.9.1');
    const [likely, certain] = [await probe.likely, await probe.certain()];
    expect(likely).toEqual({
      ...certain,
      provenanceFlag: true,
      checks: true,
      gitQuery: true,
      description: 'buildx, driver docker on Docker 28.2.2, overlay2 image store',
    });
    expect(certain.provenanceFlag).toBe(false);
    expect(await probe.certain()).toBe(certain);
    expect(commands).toEqual([]);
  });

  test('an answer of a form that is not understood makes nothing likely', async () => {
    const { probe } = asking({ ...ofSocket, DriverStatus: { a: 'b' } }, '');
    expect(await probe.likely).toBeUndefined();
  });

  test('docker is asked where buildx does not say its version', async () => {
    const { probe, commands } = asking(ofSocket, '', null);
    expect((await probe.likely)?.description).toBe(
      'buildx, driver docker on Docker 28.2.2, overlay2 image store',
    );
    expect((await probe.certain()).description).toBe(
      'buildx 0.30.1, driver docker on Docker 28.2.2, overlay2 image store',
    );
    expect(commands).toEqual(['info --format {{json .}}', 'buildx inspect']);
  });
});
