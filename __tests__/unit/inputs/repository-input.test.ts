import { describe, expect, test } from '@jest/globals';
import { parseRepositoryInput, parseScanRepository } from '../../../src/inputs/repository-input.ts';

const id = '123456789012';

describe('a URI of every kind of host gives name, account and region', () => {
  test.each([
    { name: 'commercial', host: `${id}.dkr.ecr.eu-west-1.amazonaws.com`, region: 'eu-west-1' },
    { name: 'GovCloud', host: `${id}.dkr.ecr.us-gov-west-1.amazonaws.com`, region: 'us-gov-west-1' },
    { name: 'China', host: `${id}.dkr.ecr.cn-north-1.amazonaws.com.cn`, region: 'cn-north-1' },
    {
      name: 'European sovereign',
      host: `${id}.dkr.ecr.eusc-de-east-1.amazonaws.eu`,
      region: 'eusc-de-east-1',
    },
    { name: 'C2S', host: `${id}.dkr.ecr.us-iso-east-1.c2s.ic.gov`, region: 'us-iso-east-1' },
    { name: 'SC2S', host: `${id}.dkr.ecr.us-isob-east-1.sc2s.sgov.gov`, region: 'us-isob-east-1' },
    { name: 'ADC-E', host: `${id}.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk`, region: 'eu-isoe-west-1' },
    { name: 'HCI', host: `${id}.dkr.ecr.us-isof-south-1.csp.hci.ic.gov`, region: 'us-isof-south-1' },
    { name: 'FIPS', host: `${id}.dkr.ecr-fips.us-east-1.amazonaws.com`, region: 'us-east-1' },
    { name: 'dual-stack', host: `${id}.dkr-ecr.eu-west-1.on.aws`, region: 'eu-west-1' },
    { name: 'dual-stack FIPS', host: `${id}.dkr-ecr-fips.us-west-2.on.aws`, region: 'us-west-2' },
    {
      name: 'dual-stack China',
      host: `${id}.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn`,
      region: 'cn-north-1',
    },
  ])('$name', ({ host, region }) => {
    expect(parseRepositoryInput(`${host}/team/app`)).toEqual({
      ok: true,
      value: { name: 'team/app', registryType: 'private', registryId: id, region },
    });
  });
});

describe('a URI of ECR Public gives the alias and the name, and says that it is public', () => {
  test.each(['public.ecr.aws', 'ecr-public.aws.com'])('%s', (host) => {
    expect(parseRepositoryInput(`${host}/z9y8x7/team/app`)).toEqual({
      ok: true,
      value: { name: 'z9y8x7/team/app', registryType: 'public', registryId: undefined, region: undefined },
    });
  });
});

describe('scan-repository is private', () => {
  test('a name', () => {
    expect(parseScanRepository('team/app')).toMatchObject({ ok: true, value: { name: 'team/app' } });
  });
  test('not a URI of ECR Public', () => {
    expect(parseScanRepository('public.ecr.aws/alias/app')).toEqual({
      ok: false,
      allowed:
        'the name of a private repository such as team/app, or its URI such as ' +
        '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app; ECR Public has no scanner',
    });
  });
});

describe('a name alone gives neither account nor region', () => {
  test.each(['app', 'team/app', 'team/sub/app', 'docker-io/library/x', 'a.b'])('%s', (name) => {
    expect(parseRepositoryInput(name)).toEqual({
      ok: true,
      value: { name, registryType: undefined, registryId: undefined, region: undefined },
    });
  });
});

describe('what is refused says why', () => {
  const privateForm =
    'the name of a private repository such as team/app, or its URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
  const form = `${privateForm}; a public one as public.ecr.aws/alias/name`;
  const publicForm =
    "the alias of the public registry and the repository's name, such as alias/name, or its URI such as public.ecr.aws/alias/name";
  const nameForm = `${form}; a name has 2 to 256 lower-case letters, digits, and single . _ - / between them`;
  const host = `${id}.dkr.ecr.eu-west-1.amazonaws.com`;
  test.each([
    { name: 'nothing', text: '', allowed: form },
    { name: 'https', text: `https://${host}/app`, allowed: `${form}, without https://` },
    { name: 'http', text: `http://${host}/app`, allowed: `${form}, without https://` },
    { name: 'a digest', text: `app@sha256:${'a'.repeat(64)}`, allowed: `${form}, without a digest` },
    {
      name: 'a tag on a name',
      text: 'team/app:1',
      allowed: `${form}, without a tag; tags go into the input tags`,
    },
    {
      name: 'a tag on a URI',
      text: `${host}/app:1`,
      allowed: `${form}, without a tag; tags go into the input tags`,
    },
    { name: 'a public repository without an alias', text: 'public.ecr.aws/app', allowed: publicForm },
    {
      name: 'a public repository in capitals',
      text: 'public.ecr.aws/Alias/App',
      allowed: `${publicForm} (did you mean public.ecr.aws/alias/app?)`,
    },
    {
      name: 'a public name that is too long',
      text: `public.ecr.aws/alias/${'a'.repeat(206)}`,
      allowed: publicForm,
    },
    {
      name: 'a public tag',
      text: 'public.ecr.aws/alias/app:1',
      allowed: `${form}, without a tag; tags go into the input tags`,
    },
    {
      name: 'Docker Hub',
      text: 'docker.io/library/alpine',
      allowed: `${form}; docker.io is not a host of ECR`,
    },
    {
      name: 'a local registry',
      text: 'localhost:5000/app',
      allowed: `${form}; localhost:5000 is not a host of ECR`,
    },
    {
      name: 'an account of 11 digits',
      text: `${host.slice(1)}/app`,
      allowed: `${form}; ${host.slice(1)} is not a host of ECR`,
    },
    {
      name: 'a host that only begins like one',
      text: `${host}.evil.example/app`,
      allowed: `${form}; ${host}.evil.example is not a host of ECR`,
    },
    {
      name: 'a host that only ends like one',
      text: `evil.${host}/app`,
      allowed: `${form}; evil.${host} is not a host of ECR`,
    },
    {
      name: 'a host with another letter for a dot',
      text: `${id}xdkr.ecr.eu-west-1.amazonaws.com/app`,
      allowed: `${form}; ${id}xdkr.ecr.eu-west-1.amazonaws.com is not a host of ECR`,
    },
    { name: 'upper case', text: 'Team/App', allowed: `${nameForm} (did you mean team/app?)` },
    { name: 'upper case and a blank', text: 'Team/My App', allowed: nameForm },
    { name: 'a leading slash', text: '/team.x/app', allowed: `${nameForm} (did you mean team.x/app?)` },
    { name: 'quotes', text: '"team/app"', allowed: `${nameForm} (did you mean team/app?)` },
    { name: 'one letter', text: 'a', allowed: nameForm },
    {
      name: 'upper case after a good host',
      text: `${host}/Team`,
      allowed: `${form} (did you mean ${host}/team?)`,
    },
    {
      name: 'a region that is none',
      text: `${id}.dkr.ecr.eu-west1.amazonaws.com/app`,
      allowed: `${form}; eu-west1 is not a region (did you mean eu-west-1?)`,
    },
    {
      name: 'a region of China with the host of another partition',
      text: `${id}.dkr.ecr.cn-north-1.amazonaws.com/app`,
      allowed: `${form}; hosts of cn-north-1 end with amazonaws.com.cn, not with amazonaws.com`,
    },
    {
      name: 'the host of China with another region',
      text: `${id}.dkr.ecr.eu-west-1.amazonaws.com.cn/app`,
      allowed: `${form}; hosts of eu-west-1 end with amazonaws.com, not with amazonaws.com.cn`,
    },
    {
      name: 'the sovereign host with another region',
      text: `${id}.dkr.ecr.eu-central-1.amazonaws.eu/app`,
      allowed: `${form}; hosts of eu-central-1 end with amazonaws.com, not with amazonaws.eu`,
    },
    { name: 'a host and a slash', text: `${host}/`, allowed: form },
    { name: 'ECR Public alone', text: 'public.ecr.aws', allowed: publicForm },
    { name: 'ECR Public and a slash', text: 'public.ecr.aws/', allowed: publicForm },
    { name: 'a host alone', text: host, allowed: `${form}; this is the registry, without a repository` },
  ])('$name', ({ text, allowed }) => {
    expect(parseRepositoryInput(text)).toEqual({ ok: false, allowed });
  });
});
