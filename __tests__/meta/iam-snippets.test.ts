import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';
import { policyOfUse } from '../../scripts/iam-uses.ts';
import { parseRepositorySettings } from '../../src/inputs/repository-settings.ts';
import { readHcl, type HclBlock, type HclValue } from '../support/hcl.ts';

// The same role and repository in three languages: what each of them says is held against the policy of the use, against
// create-repository's own lifecycle policy, and so against the other two.

const text = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../docs/reference/iam/${name}`, import.meta.url)), 'utf8');

/** What lies in a tree of maps and lists; undefined where there is nothing. */
function at(tree: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (found as Readonly<Record<string, unknown>> | undefined)?.[String(key)],
    tree,
  );
}

function list(tree: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(tree, ...path);
  if (!Array.isArray(found)) throw new Error(`${path.join('.')} is no list`);
  return found;
}

const provider = 'token.actions.githubusercontent.com';
const github: Readonly<Record<string, string>> = {
  owner: 'my-org',
  name: 'my-repo',
  ownerId: '1',
  nameId: '2',
};
const settings = parseRepositorySettings('lifecycle: { keep: 50, untagged-days: 14 }');

/** What each of them is to make, in the same words for all. */
const wanted = {
  statements: policyOfUse('private-basic-scan').Statement.map(({ Action, Resource }) => ({
    actions: [Action].flat(),
    on: Resource === '*' ? '*' : 'the repository',
  })),
  subjects: ['repo:my-org/my-repo', 'repo:my-org@1/my-repo@2'].flatMap((subject) => [
    `${subject}:ref:refs/heads/main`,
    `${subject}:ref:refs/tags/v*`,
  ]),
  audience: 'sts.amazonaws.com',
  mutability: 'IMMUTABLE_WITH_EXCLUSION',
  moving: ['latest', 'main'],
  lifecycle: selectionsIn(JSON.parse(settings.settings.lifecyclePolicy ?? '{}')),
  scanning: ['BASIC', 'SCAN_ON_PUSH', '*', 'WILDCARD'],
};

/** A lifecycle policy without its descriptions. */
function selectionsIn(policy: unknown): unknown {
  return list(policy, 'rules').map((rule) => ({
    rulePriority: Number(at(rule, 'rulePriority')),
    selection: at(rule, 'selection'),
    action: at(rule, 'action'),
  }));
}

test('CloudFormation', () => {
  const filled = (template: string) =>
    template.replace(
      /\$\{(\w)(\w+)\}/g,
      (_, first: string, rest: string) => github[`${first.toLowerCase()}${rest}`] ?? '?',
    );
  const customTags = [
    { tag: '!Ref', resolve: (value: string) => `the ${value}` },
    { tag: '!GetAtt', resolve: (value: string) => `the ${value}` },
    { tag: '!Sub', resolve: filled },
  ];
  const template: unknown = parse(text('cloudformation.yml'), { customTags });
  const of = (name: string) => at(template, 'Resources', name, 'Properties');
  const [trust] = list(of('Role'), 'AssumeRolePolicyDocument', 'Statement');
  const [rule] = list(of('Scanning'), 'Rules');
  const [repository, filters] = [of('Repository'), 'ImageTagMutabilityExclusionFilters'];
  expect(at(trust, 'Principal', 'Federated')).toBe('the GitHub');
  expect(of('GitHub')).toEqual({ Url: `https://${provider}`, ClientIdList: [wanted.audience] });
  expect({
    statements: list(of('Role'), 'Policies', 0, 'PolicyDocument', 'Statement').map((one) => ({
      actions: at(one, 'Action'),
      on: String(at(one, 'Resource')).replace('the Repository.Arn', 'the repository'),
    })),
    subjects: at(trust, 'Condition', 'StringLike', `${provider}:sub`),
    audience: at(trust, 'Condition', 'StringEquals', `${provider}:aud`),
    mutability: at(repository, 'ImageTagMutability'),
    moving: list(repository, filters).map((one) => at(one, 'ImageTagMutabilityExclusionFilterValue')),
    lifecycle: selectionsIn(
      JSON.parse(String(at(repository, 'LifecyclePolicy', 'LifecyclePolicyText'))) as unknown,
    ),
    scanning: [
      at(of('Scanning'), 'ScanType'),
      at(rule, 'ScanFrequency'),
      at(rule, 'RepositoryFilters', 0, 'Filter'),
      at(rule, 'RepositoryFilters', 0, 'FilterType'),
    ],
  }).toEqual(wanted);
});

test('Terraform', () => {
  const { blocks } = readHcl(text('terraform.tf'));
  const block = (...path: readonly string[]): HclBlock => {
    const found = blocks.find(({ type, labels }) => [type, ...labels].join(' ') === path.join(' '));
    if (found === undefined) throw new Error(`there is no ${path.join(' ')}`);
    return found;
  };
  const filled = (template: string) =>
    template.replace(/\$\{local\.(\w+)\}/g, (_, name: string) => github[name.replace('_id', 'Id')] ?? '?');
  const document = (name: string) => block('data', 'aws_iam_policy_document', name).blocks;
  const locals = plain(block('locals').attributes);
  const conditions = document('trust').flatMap((one) =>
    one.blocks.filter(({ type }) => type === 'condition'),
  );
  const [audience, subject] = conditions.map(({ attributes }) => plain(attributes));
  const repository = block('resource', 'aws_ecr_repository', 'app');
  const scanning = block('resource', 'aws_ecr_registry_scanning_configuration', 'registry');
  const [rule] = scanning.blocks;
  const filter = rule?.blocks[0]?.attributes;
  expect(audience).toMatchObject({ test: 'StringEquals', variable: `${provider}:aud` });
  expect(subject).toEqual({
    test: 'StringLike',
    variable: `${provider}:sub`,
    values: '[ for pair in setproduct ( local.subjects , local.refs ) : join ( ":" , pair ) ]',
  });
  expect(plain(block('resource', 'aws_iam_openid_connect_provider', 'github').attributes)).toEqual({
    url: `https://${provider}`,
    client_id_list: [wanted.audience],
  });
  expect({
    statements: document('ship').map(({ attributes }) => ({
      actions: at(plain(attributes), 'actions'),
      on: list(plain(attributes), 'resources').join().replace('aws_ecr_repository.app.arn', 'the repository'),
    })),
    subjects: list(locals, 'subjects').flatMap((one) =>
      list(locals, 'refs').map((ref) => `${filled(String(one))}:${String(ref)}`),
    ),
    audience: list(audience, 'values').join(),
    mutability: at(plain(repository.attributes), 'image_tag_mutability'),
    moving: repository.blocks.map(({ attributes }) => at(plain(attributes), 'filter')),
    lifecycle: selectionsIn(
      at(plain(block('resource', 'aws_ecr_lifecycle_policy', 'app').attributes), 'policy'),
    ),
    scanning: [
      scanning.attributes['scan_type'],
      rule?.attributes['scan_frequency'],
      filter?.['filter'],
      filter?.['filter_type'],
    ],
  }).toEqual(wanted);
});

/** The values of Terraform's language as JavaScript has them; what is computed as it is written. */
function plain(value: HclValue | Readonly<Record<string, HclValue>>): unknown {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one: HclValue) => plain(one));
  const members = value as Readonly<Record<string, HclValue>> | { readonly code: string };
  if ('code' in members && typeof members.code === 'string')
    return /^\d+$/.test(members.code) ? Number(members.code) : members.code;
  const entries = Object.entries(members);
  const [[name, only] = ['', '']] = entries;
  if (entries.length === 1 && name === 'object') return plain(only);
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]));
}

test('CDK', () => {
  const source = ts.createSourceFile('cdk.ts', text('cdk.ts'), ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const made = (what: string) =>
    nodes
      .filter(ts.isNewExpression)
      .filter(({ expression }) => expression.getText() === what)
      .map(({ arguments: given }) => literal(given?.at(-1)));
  const declared = (name: string) =>
    literal(nodes.filter(ts.isVariableDeclaration).find((one) => one.name.getText() === name)?.initializer);
  const filled = (template: string) =>
    template
      .replace(/^`|`$/g, '')
      .replace(/\$\{(?:String\()?(\w+)\)?\}/g, (_, name: string) => github[name] ?? '?');
  const [repository] = made('ecr.Repository');
  const [scanning] = made('ecr.CfnRegistryScanningConfiguration');
  const [principal] = made('iam.WebIdentityPrincipal');
  expect(made('iam.OidcProviderNative')).toEqual([
    { url: `https://${provider}`, clientIds: [wanted.audience] },
  ]);
  expect(at(principal, 'StringLike', `${provider}:sub`)).toBe(
    'subjects.flatMap((subject) => refs.map((ref) => `${subject}:${ref}`), )',
  );
  // Its words for a lifecycle policy are others.
  expect(list(repository, 'lifecycleRules')).toEqual([
    {
      description: 'what was pushed and got no tag',
      tagStatus: 'ecr.TagStatus.UNTAGGED',
      maxImageAge: 'Duration.days(14)',
    },
    { description: 'the newest 50 stay', tagPatternList: ['*'], maxImageCount: 50 },
  ]);
  const { lifecycle, ...others } = wanted;
  expect(lifecycle).toBeDefined();
  expect({
    statements: made('iam.PolicyStatement').map((one) => ({
      actions: at(one, 'actions'),
      on: list(one, 'resources').join().replace('repository.repositoryArn', 'the repository'),
    })),
    subjects: (declared('subjects') as readonly string[]).flatMap((one) =>
      (declared('refs') as readonly string[]).map((ref) => `${filled(one)}:${ref}`),
    ),
    audience: at(principal, 'StringEquals', `${provider}:aud`),
    mutability: String(at(repository, 'imageTagMutability')).replace('ecr.TagMutability.', ''),
    moving: list(repository, 'imageTagMutabilityExclusionFilters').map(
      (one) => /wildcard\('(.*)'\)/.exec(String(one))?.[1],
    ),
    scanning: [
      at(scanning, 'scanType'),
      at(scanning, 'rules', 0, 'scanFrequency'),
      at(scanning, 'rules', 0, 'repositoryFilters', 0, 'filter'),
      at(scanning, 'rules', 0, 'repositoryFilters', 0, 'filterType'),
    ],
  }).toEqual(others);
});

/** What a literal of TypeScript is; what is computed as it is written. */
function literal(node: ts.Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literal);
  if (!ts.isObjectLiteralExpression(node)) return node.getText().replace(/\s+/g, ' ');
  const members = node.properties.map((one) => {
    const { name } = one;
    const key = name === undefined ? '...' : ts.isStringLiteralLike(name) ? name.text : name.getText();
    return [key, ts.isPropertyAssignment(one) ? literal(one.initializer) : one.getText()];
  });
  return Object.fromEntries(members);
}

describe('the quickstart', () => {
  const page = readFileSync(
    fileURLToPath(new URL('../../docs/start/quickstart.md', import.meta.url)),
    'utf8',
  );
  const block = (language: string, word: string) =>
    [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].find(
      ([, name, code = '']) => name === language && code.includes(word),
    )?.[2] ?? '';
  const namesIn = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map(([, name]) => name);

  test('gives Terraform every variable that has no default, and no other', () => {
    const needed = readHcl(text('terraform.tf'))
      .blocks.filter(({ type, attributes }) => type === 'variable' && !('default' in attributes))
      .map(({ labels: [name] }) => name);
    expect(namesIn(block('sh', 'terraform apply'), /-var (\w+)=/g)).toEqual(needed);
  });

  test('gives CloudFormation every parameter that has no default, and no other', () => {
    const customTags = ['!Ref', '!GetAtt', '!Sub'].map((tag) => ({ tag, resolve: (value: string) => value }));
    const parameters = at(parse(text('cloudformation.yml'), { customTags }), 'Parameters') as object;
    const needed = Object.entries(parameters).filter(([, one]) => at(one, 'Default') === undefined);
    const given = namesIn(block('sh', 'cloudformation deploy'), /(\w+)=\S/g);
    expect(given).toEqual(needed.map(([name]) => name));
  });

  test('makes the stack with the properties that it declares', () => {
    const source = ts.createSourceFile('cdk.ts', text('cdk.ts'), ts.ScriptTarget.Latest, true);
    const declared = source.statements.find(ts.isInterfaceDeclaration);
    const names = declared?.members.map((member) => member.name?.getText());
    const code = block('ts', 'new Ship');
    expect(namesIn(code, /^ {2}(\w+):/gm)).toEqual(names);
    expect(namesIn(code, /[{,] (\w+):/g)).toEqual(['owner', 'name', 'ownerId', 'nameId']);
    for (const name of ['owner', 'name', 'ownerId', 'nameId'])
      expect(text('cdk.ts')).toContain(`readonly ${name}:`);
  });
});

describe('the reader of Terraform', () => {
  test.each(['a = <<EOT\nx\nEOT', 'a = 1 ? 2 : 3', 'a = [1', 'a {'])('does not pass over %j', (code) => {
    expect(() => readHcl(code)).toThrow();
  });
});
