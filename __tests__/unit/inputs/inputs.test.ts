import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import { inputDefaults } from '../../../src/inputs/table.ts';
import type { InputName, Inputs, RawInputs } from '../../../src/types/inputs.ts';
import { host, inputs, rawInputs, shipErrorOf } from '../support/values.ts';

type Given = Partial<RawInputs>;

describe('parseInputs: what is empty is the default', () => {
  test('every default, parsed', () => {
    expect(inputs()).toEqual({
      repository: 'team/app',
      registryType: 'private',
      scanRepository: undefined,
      registryId: undefined,
      region: 'eu-west-1',
      allowedAccountIds: [],
      create: undefined,
      tagRules: inputs({ tags: inputDefaults.tags }).tagRules,
      build: {
        context: '.',
        file: undefined,
        target: undefined,
        platforms: [],
        buildArgs: [],
        labels: [],
        annotations: [],
        cache: 'off',
        call: 'build',
        options: {
          builder: undefined,
          buildContexts: [],
          secrets: [],
          ssh: [],
          cacheFrom: [],
          cacheTo: [],
          noCache: false,
          noCacheFilters: [],
          pull: false,
          addHosts: [],
          allow: [],
          network: undefined,
          shmSize: undefined,
          ulimit: [],
          cgroupParent: undefined,
          provenance: undefined,
          sbom: undefined,
          attests: [],
        },
      },
      flavor: { latest: 'auto', prefix: '', prefixLatest: false, suffix: '', suffixLatest: false },
      ifExists: 'reuse',
      reusePaths: [],
      ifOlder: 'keep',
      pullRequestCommit: 'merge',
      mode: 'ship',
      target: { type: 'private', region: 'eu-west-1', registryId: undefined },
      puller: { type: 'private', region: 'eu-west-1', registryId: undefined },
      push: true,
      destinations: [],
      replicationTimeoutMs: undefined,
      runtime: 'any',
      smokeTest: '',
      maxSize: undefined,
      maxGrowth: undefined,
      scan: 'auto',
      findings: [],
      policy: {
        limits: { critical: 0 },
        words: new Map(),
        onlyFixable: false,
        onlyNew: false,
        onIncompleteScan: 'fail',
      },
      exceptionsFile: undefined,
      scanTimeoutMs: 600_000,
      login: 'job',
      summary: true,
      comment: false,
      evidenceFile: undefined,
      sarifFile: undefined,
      envFile: undefined,
      envNames: [
        { name: 'IMAGE', output: 'image' },
        { name: 'TAG', output: 'version' },
      ],
      idle: [],
    });
    expect(inputs().tagRules.map(({ text }) => text)).toEqual([
      'type=schedule',
      'type=ref,event=branch',
      'type=ref,event=tag',
      'type=ref,event=pr',
      'type=sha',
    ]);
  });

  test.each([{ mode: 'plan' }, { push: 'false' }])(
    'no region is needed where nothing is published: %j',
    (given) => {
      expect(parseInputs(rawInputs({ ...given, 'aws-region': '' }), undefined)).toMatchObject({
        region: undefined,
        target: undefined,
      });
    },
  );
});

interface GoodRow {
  readonly name: string;
  readonly given: Given;
  readonly read: (inputs: Inputs) => unknown;
  readonly value: unknown;
}

const goodRows: readonly GoodRow[] = [
  {
    name: 'what counts, and by which file',
    given: { 'only-fixable': 'true', 'only-new': 'True', exceptions: 'security/accepted.yml' },
    read: (i) => [i.policy.onlyFixable, i.policy.onlyNew, i.baselineTag, i.exceptionsFile],
    value: [true, true, undefined, 'security/accepted.yml'],
  },
  {
    name: 'the tag to compare with',
    given: { 'only-new': 'main' },
    read: (i) => [i.policy.onlyNew, i.baselineTag],
    value: [true, 'main'],
  },
  {
    name: 'files to write',
    given: { 'evidence-file': 'VALIDATION.md', 'sarif-file': 'out/findings.sarif' },
    read: (i) => [i.evidenceFile, i.sarifFile],
    value: ['VALIDATION.md', 'out/findings.sarif'],
  },
  {
    name: 'repository as a URI gives account and region',
    given: { repository: `${host}/team/app`, 'aws-region': '' },
    read: ({ repository, registryId, region }) => [repository, registryId, region],
    value: ['team/app', '123456789012', 'eu-west-1'],
  },
  {
    name: 'registry-id with a leading zero',
    given: { 'registry-id': '012345678901' },
    read: (i) => i.registryId,
    value: '012345678901',
  },
  {
    name: 'registry-id that repeats the URI',
    given: { repository: `${host}/team/app`, 'registry-id': '123456789012' },
    read: (i) => i.registryId,
    value: '123456789012',
  },
  {
    name: 'tags, several',
    given: { tags: 'latest\ntype=sha,format=long' },
    read: (i) => i.tagRules.map(({ type, text }) => [type, text]),
    value: [
      ['raw', 'latest'],
      ['sha', 'type=sha,format=long'],
    ],
  },
  { name: 'context as a folder', given: { context: './app' }, read: (i) => i.build.context, value: './app' },
  {
    name: 'context as a Git URL',
    given: { context: 'https://github.com/o/r.git#main' },
    read: (i) => i.build.context,
    value: 'https://github.com/o/r.git#main',
  },
  { name: 'file', given: { file: 'a/Dockerfile' }, read: (i) => i.build.file, value: 'a/Dockerfile' },
  { name: 'target', given: { target: 'prod' }, read: (i) => i.build.target, value: 'prod' },
  {
    name: 'platforms by comma and by line, each once',
    given: { platforms: 'linux/amd64, linux/arm64\nlinux/arm/v7\nlinux/amd64,' },
    read: (i) => i.build.platforms,
    value: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
  },
  {
    name: 'build-args keep their order, their = and their repetitions',
    given: { 'build-args': 'B=1\n\n  A=x=y \nFROM_ENV\nEMPTY=\nB=1' },
    read: (i) => i.build.buildArgs,
    value: ['B=1', 'A=x=y', 'FROM_ENV', 'EMPTY=', 'B=1'],
  },
  {
    name: 'labels with spaces in the value',
    given: { labels: 'org.opencontainers.image.title=My app\nempty=' },
    read: (i) => i.build.labels,
    value: ['org.opencontainers.image.title=My app', 'empty='],
  },
  { name: 'push false', given: { push: 'false' }, read: (i) => i.push, value: false },
  { name: 'push FALSE', given: { push: 'FALSE' }, read: (i) => i.push, value: false },
  { name: 'push True', given: { push: 'True' }, read: (i) => i.push, value: true },
  { name: 'scan off', given: { scan: 'off' }, read: (i) => i.scan, value: 'off' },
  {
    name: 'scan after-tags',
    given: { mode: 'publish', from: 'v1', scan: 'after-tags' },
    read: (i) => i.scan,
    value: 'after-tags',
  },
  {
    name: 'fail-on with a budget',
    given: { 'fail-on': 'critical=0,high=5' },
    read: (i) => i.policy.limits,
    value: { critical: 0, high: 5 },
  },
  {
    name: 'fail-on in upper case',
    given: { 'fail-on': 'HIGH' },
    read: (i) => i.policy.limits,
    value: { critical: 0, high: 0 },
  },
  {
    name: 'on-incomplete-scan warn',
    given: { 'on-incomplete-scan': 'warn' },
    read: (i) => i.policy.onIncompleteScan,
    value: 'warn',
  },
  {
    name: 'wait-for-replication: true',
    given: { 'wait-for-replication': 'True' },
    read: (i) => i.replicationTimeoutMs,
    value: 30 * 60_000,
  },
  {
    name: 'wait-for-replication with a time',
    given: { 'wait-for-replication': '1h' },
    read: (i) => i.replicationTimeoutMs,
    value: 3600_000,
  },
  {
    name: 'wait-for-replication: false',
    given: { 'wait-for-replication': 'false', push: 'false' },
    read: (i) => i.replicationTimeoutMs,
    value: undefined,
  },
  { name: 'scan-timeout', given: { 'scan-timeout': '90s' }, read: (i) => i.scanTimeoutMs, value: 90_000 },
  { name: 'login step', given: { login: 'step' }, read: (i) => i.login, value: 'step' },
  { name: 'summary false', given: { summary: 'false' }, read: (i) => i.summary, value: false },
  {
    name: 'evidence-file',
    given: { 'evidence-file': 'out/e.md' },
    read: (i) => i.evidenceFile,
    value: 'out/e.md',
  },
];

describe('parseInputs: what is taken', () => {
  test.each(goodRows)('$name', ({ given, read, value }) => {
    expect(read(inputs(given))).toEqual(value);
  });
});

interface BadRow {
  readonly name: string;
  readonly input: InputName;
  readonly given: string;
  readonly allowed: string;
  /** What the error shows of what was given; all of it where this is missing. */
  readonly item?: string;
  readonly line?: number;
  readonly with?: Given;
}

const platformsForm = 'platforms such as linux/amd64 or linux/arm/v7';
const accountForm = 'an AWS account id of 12 digits; write it in quotes, or YAML drops leading zeros';
const durationForm = 'a time with its unit, from 1s to 6h, such as 90s, 10m or 1h30m';
const failOnForm =
  'none, one of critical, high, medium, low, informational, undefined, or a budget such as critical=0,high=5';

const badRows: readonly BadRow[] = [
  {
    name: 'registry-id without its leading zero',
    input: 'registry-id',
    given: '12345678901',
    allowed: accountForm,
  },
  {
    name: 'registry-id of another account than the URI',
    input: 'registry-id',
    given: '210987654321',
    with: { repository: `${host}/team/app` },
    allowed: "the account of the repository's URI, 123456789012, or nothing",
  },
  {
    name: 'aws-region that is a zone',
    input: 'aws-region',
    given: 'eu-west-1a',
    allowed: 'a region such as eu-west-1 (did you mean eu-west-1?)',
  },
  {
    name: 'aws-region of another region than the URI',
    input: 'aws-region',
    given: 'us-east-1',
    with: { repository: `${host}/team/app` },
    allowed: "the region of the repository's URI, eu-west-1, or nothing",
  },
  {
    name: 'tags of an unknown type',
    input: 'tags',
    given: 'type=semvar',
    allowed:
      'the types schedule, semver, pep440, match, edge, ref, raw, sha, not "semvar" (did you mean semver?)',
  },
  {
    name: 'context that is an option',
    input: 'context',
    given: '--output=/etc',
    allowed: 'a folder of the checkout, or a Git URL',
  },
  {
    name: 'context that is standard input',
    input: 'context',
    given: '-',
    allowed: 'a folder of the checkout, or a Git URL',
  },
  {
    name: 'file that is standard input',
    input: 'file',
    given: '-',
    allowed:
      'the path of a Dockerfile; docker would read one that is called - from standard input, which is empty',
  },
  {
    name: 'platforms: the arch alone',
    input: 'platforms',
    given: 'amd64',
    allowed: `${platformsForm} (did you mean linux/amd64?)`,
  },
  {
    name: 'platforms: the bad one is named',
    input: 'platforms',
    given: 'linux/amd64,arm64',
    item: 'arm64',
    allowed: `${platformsForm} (did you mean linux/arm64?)`,
  },
  {
    name: 'build-args without a name',
    input: 'build-args',
    given: '=x',
    allowed: 'one NAME=value a line, or NAME alone to take it from the environment',
  },
  {
    name: 'build-args with a space before =',
    input: 'build-args',
    given: 'A = x',
    allowed: 'one NAME=value a line, or NAME alone to take it from the environment',
  },
  { name: 'labels without a value', input: 'labels', given: 'title', allowed: 'one name=value a line' },
  {
    name: 'labels: the bad one is named',
    input: 'labels',
    given: 'a=b\ntwo words=c',
    item: 'two words=c',
    line: 2,
    allowed: 'one name=value a line',
  },
  {
    name: 'only-fixable yes',
    input: 'only-fixable',
    given: 'yes',
    allowed: 'true or false (write true)',
  },
  {
    name: 'only-new 1',
    input: 'only-new',
    given: '1',
    allowed: 'true, false, or the tag of the image to compare with, such as main (write true)',
  },
  {
    name: 'only-new yes',
    input: 'only-new',
    given: 'yes',
    allowed: 'true, false, or the tag of the image to compare with, such as main (write true)',
  },
  { name: 'push yes', input: 'push', given: 'yes', allowed: 'true or false (write true)' },
  { name: 'push 0', input: 'push', given: '0', allowed: 'true or false (write false)' },
  { name: 'push ture', input: 'push', given: 'ture', allowed: 'true or false' },
  {
    name: 'wait-for-replication with push: false',
    input: 'wait-for-replication',
    given: 'true',
    with: { push: 'false' },
    allowed: 'false where nothing is pushed',
  },
  {
    name: 'wait-for-replication with ECR Public',
    input: 'wait-for-replication',
    given: 'true',
    with: { repository: 'public.ecr.aws/alias/app', scan: 'off', 'aws-region': '' },
    allowed: 'false for ECR Public, which is one registry for all regions',
  },
  {
    name: 'wait-for-replication in a mode that sets no tag',
    input: 'wait-for-replication',
    given: 'true',
    with: { mode: 'build' },
    allowed: 'nothing with mode: build; it is for mode: ship, publish, plan',
  },
  {
    name: 'wait-for-replication as a number',
    input: 'wait-for-replication',
    given: '600',
    allowed:
      'true, false, or how long to wait: a time with its unit, from 1s to 6h, such as 90s, 10m or 1h30m (for 600 seconds write 600s)',
  },
  { name: 'scan on', input: 'scan', given: 'on', allowed: 'auto, off or after-tags (did you mean auto?)' },
  {
    name: 'scan false',
    input: 'scan',
    given: 'false',
    allowed: 'auto, off or after-tags (did you mean off?)',
  },
  ...(['ship', 'build', 'plan'] as const).map((mode) => ({
    name: `scan after-tags with mode: ${mode}`,
    input: 'scan' as const,
    given: 'after-tags',
    with: { mode },
    allowed: `auto or off with mode: ${mode}; after-tags is for emergencies, in mode: publish`,
  })),
  { name: 'fail-on SEVERE', input: 'fail-on', given: 'SEVERE', allowed: failOnForm },
  {
    name: 'on-incomplete-scan ignore',
    input: 'on-incomplete-scan',
    given: 'ignore',
    allowed: 'fail or warn (did you mean warn?)',
  },
  {
    name: 'scan-timeout without a unit',
    input: 'scan-timeout',
    given: '600',
    allowed: `${durationForm} (for 600 seconds write 600s)`,
  },
  { name: 'login true', input: 'login', given: 'true', allowed: 'job, step or shared (did you mean job?)' },
  {
    name: 'evidence-file where the result goes',
    input: 'evidence-file',
    given: 'out.txt',
    with: { 'result-file': 'out.txt' },
    allowed: 'a path of its own; result-file has this one',
  },
  {
    name: 'sarif-file where the evidence goes',
    input: 'sarif-file',
    given: 'out.txt',
    with: { 'evidence-file': 'out.txt' },
    allowed: 'a path of its own; evidence-file has this one',
  },
  { name: 'summary on', input: 'summary', given: 'on', allowed: 'true or false (write true)' },
];

describe('parseInputs: what is refused, with the input, what was given and what is allowed', () => {
  test.each(badRows)('$name', ({ input, given, item, line, allowed, with: others }) => {
    const error = shipErrorOf(() => inputs({ ...others, [input]: given }));
    expect({ code: error.code, what: error.what, next: error.next, details: error.details }).toEqual({
      code: 'invalid-input',
      what: `Input ${input} ${item === undefined ? 'is' : 'has'} ${JSON.stringify(item ?? given)}${line === undefined ? '' : ` in line ${String(line)}`}; allowed: ${allowed}.`,
      next: 'Correct it in the step.',
      details: undefined,
    });
  });

  test('repository empty', () => {
    expect(shipErrorOf(() => inputs({ repository: '' })).what).toBe(
      'Input repository is empty; allowed: the name of a private repository such as team/app, or its URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app; a public one as public.ecr.aws/alias/name.',
    );
  });

  test('a long value is cut in the message', () => {
    expect(shipErrorOf(() => inputs({ login: 'x'.repeat(121) })).what).toBe(
      `Input login is "${'x'.repeat(117)}..."; allowed: job, step or shared.`,
    );
  });

  test('a value of 120 characters is not cut', () => {
    expect(shipErrorOf(() => inputs({ login: 'x'.repeat(120) })).what).toBe(
      `Input login is "${'x'.repeat(120)}"; allowed: job, step or shared.`,
    );
  });

  test('all problems at once, each of them once', () => {
    const error = shipErrorOf(() =>
      parseInputs(rawInputs({ repository: '', 'aws-region': '', push: 'yes', login: 'never' }), undefined),
    );
    const sentences = [
      'Input repository is empty; allowed: the name of a private repository such as team/app, or its URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app; a public one as public.ecr.aws/alias/name.',
      'Input aws-region is empty; allowed: a region such as eu-west-1; AWS_REGION is not set either.',
      'Input login is "never"; allowed: job, step or shared.',
      'Input push is "yes"; allowed: true or false (write true).',
    ];
    expect(error.what).toBe(sentences.join(' '));
    expect(error.details).toBeUndefined();
    expect(error.next).toBe('Correct them in the step.');
  });

  test('all bad items of a list at once', () => {
    expect(shipErrorOf(() => inputs({ tags: 'type=shaa\nlatest\ntype=raw' })).what).toBe(
      'Input tags has "type=shaa" in line 1; allowed: the types schedule, semver, pep440, match, edge, ref, raw, sha, not "shaa" (did you mean sha?). ' +
        'Input tags has "type=raw" in line 3; allowed: for type=raw a value.',
    );
  });

  test('of many bad items of one list the first ones, and how many more there are', () => {
    const tags = Array.from({ length: 8 }, (_, at) => `type=shaa${String(at)}`).join('\n');
    const { what } = shipErrorOf(() => inputs({ tags, push: 'x' }));
    expect(what.match(/Input tags has "type=/g)).toHaveLength(5);
    expect(what).toContain('Input tags has 3 more like these. Input push is "x"');
  });

  test('what is advised is cut where it repeats a text without end', () => {
    const { what } = shipErrorOf(() => inputs({ 'max-size': '0'.repeat(100_000) }));
    expect(what.length).toBeLessThan(1500);
    expect(what).toContain('allowed: a size with its unit');
  });

  test('a rule that is no tag in any case is not looked at', () => {
    const { what } = shipErrorOf(() => inputs({ tags: 'null'.repeat(25_000) }));
    expect(what).toContain('allowed: a rule of at most 4096 characters.');
  });

  test('every input that can be wrong is reported in the same error', () => {
    const given = Object.fromEntries(badRows.map((row) => [row.input, row.given]));
    const wrong: Given = { ...given, repository: `${host}/team/app`, 'result-file': 'out.txt' };
    const error = shipErrorOf(() => inputs(wrong));
    const reported = [...error.what.matchAll(/(?:^|[.?] )Input (\S+) (?:is|has) /g)].map(([, name]) => name);
    expect([...reported].sort()).toEqual([...new Set(badRows.map(({ input }) => input))].sort());
  });
});

describe('parseInputs: the region', () => {
  const uri = `${host}/team/app`;
  test.each([
    {
      name: 'the input alone',
      repository: 'team/app',
      input: 'us-east-1',
      env: undefined,
      region: 'us-east-1',
    },
    {
      name: 'the environment alone',
      repository: 'team/app',
      input: '',
      env: 'us-east-2',
      region: 'us-east-2',
    },
    { name: 'the URI alone', repository: uri, input: '', env: undefined, region: 'eu-west-1' },
    {
      name: 'the input before the environment',
      repository: 'team/app',
      input: 'us-east-1',
      env: 'us-east-2',
      region: 'us-east-1',
    },
    {
      name: 'the URI before the environment',
      repository: uri,
      input: '',
      env: 'us-east-2',
      region: 'eu-west-1',
    },
    {
      name: 'the URI and the same input',
      repository: uri,
      input: 'eu-west-1',
      env: 'us-east-2',
      region: 'eu-west-1',
    },
    {
      name: 'a bad environment does not matter where the input speaks',
      repository: 'team/app',
      input: 'us-east-1',
      env: 'nowhere',
      region: 'us-east-1',
    },
  ])('$name', ({ repository, input, env, region }) => {
    expect(parseInputs(rawInputs({ repository, 'aws-region': input }), env)).toMatchObject({ region });
  });

  test('a bad region of the environment is named', () => {
    expect(shipErrorOf(() => parseInputs(rawInputs({ 'aws-region': '' }), 'nowhere')).what).toBe(
      'Input aws-region is empty; allowed: a region such as eu-west-1; AWS_REGION holds "nowhere".',
    );
  });

  test('a bad input is reported once, also where the environment is empty', () => {
    const error = shipErrorOf(() => parseInputs(rawInputs({ 'aws-region': 'nowhere' }), undefined));
    expect(error.what).toBe('Input aws-region is "nowhere"; allowed: a region such as eu-west-1.');
  });
});
