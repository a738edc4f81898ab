import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import { passwordsIn, parseRegistryLogins } from '../../../src/inputs/registry-logins.ts';
import { parseRepositorySettings } from '../../../src/inputs/repository-settings.ts';
import { readStructured } from '../../../src/inputs/structured.ts';
import { asDockerLogin } from '../../../src/types/credentials.ts';
import { rawInputs, shipErrorOf } from '../support/values.ts';

const whats = ({ problems }: { problems: readonly { line: number; what: string }[] }) =>
  problems.map(({ line, what }) => `${String(line)}: ${what}`);

describe('registry-logins', () => {
  test('a list as docker/login-action has it, or one login alone', () => {
    const { logins, problems } = parseRegistryLogins(
      '- username: me\n  password: "a: b"\n- registry: https://ghcr.io/\n  username: you\n  password: 12345678\n',
    );
    expect(problems).toEqual([]);
    expect(logins).toEqual([
      { host: 'docker.io', username: 'me', password: 'a: b' },
      { host: 'ghcr.io', username: 'you', password: '12345678' },
    ]);
    expect(parseRegistryLogins('{registry: localhost:5000, username: u, password: p}').logins).toHaveLength(
      1,
    );
  });

  test.each(['docker.io', 'index.docker.io', 'https://index.docker.io/v1/', 'registry-1.docker.io'])(
    '%s is Docker Hub',
    (registry) => {
      const text = `registry: ${registry}\nusername: u\npassword: p`;
      expect(parseRegistryLogins(text).logins[0]?.host).toBe('docker.io');
    },
  );

  test('every problem is told with its line, and none with a value', () => {
    const text =
      '- registry: ghcr.io\n  user: me\n  password: hunter2\n- 1\n- registry: "a b"\n  username: "x:y"\n  password: [hunter2]\n';
    const told = whats(parseRegistryLogins(text));
    expect(told).toEqual([
      '2: there is no key user; there are registry, username, password',
      '1: username is missing',
      '4: a login has to be a mapping with registry, username and password',
      '7: password has to be text; put it in quotes',
      '5: registry has to be a host such as ghcr.io',
      '6: username cannot have a colon in it',
    ]);
    expect(told.join()).not.toContain('hunter2');
  });

  test('what is no YAML quotes nothing of it', () => {
    expect(whats(parseRegistryLogins('- registry: ghcr.io\n  password: "hunter2\n')).join()).not.toContain(
      'hunter',
    );
  });

  test('an alias is told as one, without its name', () => {
    const told = whats(
      parseRegistryLogins(
        '- username: u\n  password: &hunter2 p\n- registry: ghcr.io\n  username: v\n  password: *hunter2\n',
      ),
    );
    expect(told).toEqual([
      '5: what begins with * stands for what is written elsewhere; write the value itself, in quotes',
    ]);
  });

  test('two logins for one registry are a mistake', () => {
    const one = '- username: u\n  password: p\n';
    expect(whats(parseRegistryLogins(one + one))).toEqual(['3: there are two logins for docker.io']);
  });

  test.each([
    ['- username: u\n  password: "hun: ter2"\n', 'hun: ter2'],
    ['- username: u\n  password: hunter2\n   bad: [\n', 'hunter2'],
    ['[{username: u, password: hunter2}', 'hunter2'],
    ["- {password: 'hunter2'}", 'hunter2'],
    ['- username: u\n  password: |\n    line one\n', 'line one\n'],
  ])('the password in %j is to be hidden', (text, secret) => {
    expect(passwordsIn(text)).toContain(secret);
  });

  test('a login as docker has it', () => {
    const { basic } = asDockerLogin({ host: 'x', username: 'ü', password: 'p:w' });
    expect(Buffer.from(basic, 'base64').toString('utf8')).toBe('ü:p:w');
  });
});

describe('repository-settings for ECR Public', () => {
  const given = (text: string) => parseRepositorySettings(`catalog:\n${text}`);

  test('what the gallery shows', () => {
    const { settings, problems } = given(
      '  description: An app\n  about: |\n    # App\n  usage: docker run\n  architectures: [x86-64, arm 64]\n  operating-systems: linux\n',
    );
    expect(problems).toEqual([]);
    expect(settings.catalog).toEqual({
      description: 'An app',
      about: '# App\n',
      usage: 'docker run',
      architectures: ['x86-64', 'ARM 64'],
      operatingSystems: ['Linux'],
    });
  });

  test.each([
    [`  description: ${'x'.repeat(1025)}`, '2: description can have 1,024 characters at most'],
    ['  architectures: [amd64]', '2: architectures can be ARM, ARM 64, x86, x86-64'],
    ['  operating-systems: BeOS', '2: operating-systems can be Linux, Windows'],
    [
      '  logo: x',
      '2: there is no key logo; there are description, about, usage, architectures, operating-systems',
    ],
  ])('%s', (text, problem) => {
    expect(whats(given(text))).toEqual([problem]);
  });

  const inputsOf = async (repository: string, settings: string) => {
    const raw = rawInputs({
      repository,
      'aws-region': repository.startsWith('public') ? '' : 'eu-west-1',
      scan: 'off',
      'create-repository': 'true',
      'repository-settings': settings,
    });
    return parseInputs(raw, 'us-east-1', await readStructured(raw));
  };

  test.each([
    ['public.ecr.aws/a/app', 'mutability: immutable', 'has "mutability"; allowed: policy, tags and catalog'],
    ['public.ecr.aws/a/app', 'encryption: kms', 'has "encryption"'],
    ['public.ecr.aws/a/app', 'lifecycle: { keep: 5 }', 'has "lifecycle"'],
    ['public.ecr.aws/a/app', 'exclusion-filters: [latest]', 'has "exclusion-filters"'],
    ['team/app', 'catalog: { description: x }', 'has "catalog"; allowed: catalog only for a public'],
  ])('%s has no %s', async (repository, settings, says) => {
    await expect(inputsOf(repository, settings)).rejects.toThrow(`Input repository-settings ${says}`);
  });

  test('what each of them has is taken', async () => {
    await inputsOf('public.ecr.aws/a/app', 'catalog: { description: x }\ntags: { a: b }');
    await inputsOf('team/app', 'mutability: immutable');
  });
});

describe('repository-settings', () => {
  test('everything', () => {
    const { settings, problems } = parseRepositorySettings(
      [
        'mutability: immutable',
        'exclusion-filters: [latest, "dev-*"]',
        'encryption: kms',
        'kms-key: alias/mine',
        'lifecycle: { keep: 50, untagged-days: 14 }',
        'policy: \'{"Statement": []}\'',
        'tags: { team: a, cost: 12 }',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      mutability: 'immutable',
      exclusionFilters: ['latest', 'dev-*'],
      encryption: { type: 'KMS', key: 'alias/mine' },
      policy: '{"Statement":[]}',
      tags: [
        { key: 'team', value: 'a' },
        { key: 'cost', value: '12' },
      ],
    });
    expect(JSON.parse(settings.lifecyclePolicy ?? '')).toMatchObject({
      rules: [
        { rulePriority: 1, selection: { tagStatus: 'untagged', countUnit: 'days', countNumber: 14 } },
        {
          rulePriority: 2,
          selection: { tagPatternList: ['*'], countType: 'imageCountMoreThan', countNumber: 50 },
        },
      ],
    });
  });

  test.each([
    'lifecycle: \'{"rules": [{"rulePriority": 1}]}\'',
    'lifecycle:\n  rules:\n    - rulePriority: 1\n',
    'lifecycle: |\n  {"rules": [{"rulePriority": 1}]}\n',
  ])('the policy in ECR’s own form: %s', (text) => {
    expect(parseRepositorySettings(text).settings.lifecyclePolicy).toBe('{"rules":[{"rulePriority":1}]}');
  });

  test.each([
    ['mutability: sometimes', '1: mutability has to be mutable or immutable'],
    ['exclusion-filters: [a, b, c, d, e, f]', '1: exclusion-filters can have 5 entries at most'],
    ['exclusion-filters: ["a/b"]', '1: an exclusion filter has'],
    ['encryption: rot13', '1: encryption has to be aes256, kms or kms-dsse'],
    ['encryption: aes256\nkms-key: x', '2: kms-key needs encryption: kms or kms-dsse'],
    ['lifecycle: { keep: 0 }', '1: keep has to be a whole number from 1 to 100000'],
    ['lifecycle: { days: 3 }', '1: there is no key days; there are keep, untagged-days, rules'],
    ['lifecycle: always', '1: lifecycle has to be a JSON object with rules'],
    ['policy: "{}"', '1: policy has to be a JSON object with Statement'],
    ['tags: { "aws:x": y }', "1: a tag's key has"],
    ['- a', '1: the settings have to be a mapping'],
    ['scan-on-push: true', '1: there is no key scan-on-push'],
  ])('%s is refused', (text, says) => {
    expect(whats(parseRepositorySettings(text)).join('\n')).toContain(says);
  });
});

describe('both among the other inputs', () => {
  test('their problems are told with all others', async () => {
    const raw = rawInputs({ 'registry-logins': 'username: u', 'repository-settings': 'x: y', push: 'yes' });
    const structured = await readStructured(raw);
    const error = shipErrorOf(() => parseInputs(raw, 'eu-west-1', structured));
    expect(error.what).toContain('Input registry-logins, line 1: password is missing.');
    expect(error.what).toContain('Input repository-settings, line 1: there is no key x');
    expect(error.what).toContain('Input push is "yes"');
  });

  test('settings for a repository that is not to be made are a misunderstanding', async () => {
    const raw = rawInputs({ 'repository-settings': 'mutability: immutable' });
    const structured = await readStructured(raw);
    expect(shipErrorOf(() => parseInputs(raw, 'eu-west-1', structured)).what).toContain(
      'nothing without create-repository: true',
    );
    const wanted = { ...raw, 'create-repository': 'true' };
    expect(parseInputs(wanted, 'eu-west-1', structured)).toMatchObject({
      create: { mutability: 'immutable' },
    });
  });

  test('the run’s inputs hold no password', async () => {
    const raw = rawInputs({ 'registry-logins': 'username: u\npassword: hunter2' });
    const parsed = parseInputs(raw, 'eu-west-1', await readStructured(raw));
    expect(JSON.stringify(parsed)).not.toContain('hunter2');
  });
});
