import { anyObject, check, flag, list, number, object, oneOf, text, whole, type Shape } from './shapes.ts';
import { isRepositoryName } from './parameters.ts';
import { isAccountId, isRegionName } from './places.ts';
import { emptyScenario, phaseStatuses, type Scenario } from './scenario.ts';

const phase = object({
  required: { afterMs: number(0), status: oneOf(...phaseStatuses) },
  optional: {
    description: text(),
    findings: oneOf('late', 'empty', 'counted', 'half', 'bare', 'all'),
    lie: anyObject(),
  },
});

const phases: Shape = (value, path) => {
  list(phase, 1)(value, path);
  const times = (value as { afterMs: number }[]).map(({ afterMs }) => afterMs);
  const wrong = times.findIndex((time, index) => index > 0 && time < (times[index - 1] ?? 0));
  if (wrong >= 0) throw flag(`${path}[${String(wrong)}].afterMs`, 'is earlier than the phase before it');
};

const finding = object({
  required: { id: text(1), severity: text(1) },
  optional: {
    package: text(),
    version: text(),
    fixedIn: text(),
    score: number(0, 10),
    vector: text(),
    description: text(),
    uri: text(),
    fixAvailable: oneOf('YES', 'NO', 'PARTIAL'),
    exploitAvailable: oneOf('YES', 'NO'),
    vendorSeverity: text(),
    packageManager: text(),
    filePath: text(),
  },
});

const result = object({
  required: {
    match: object({ optional: { platform: text(1), repository: text(1), digest: text(1) } }),
  },
  optional: {
    phases,
    findings: list(finding),
    generate: object({ required: { count: whole(0, 1_000_000), severities: list(text(1), 1) } }),
  },
});

const repositoryName: Shape = (value, path) => {
  text()(value, path);
  if (!isRepositoryName(value as string))
    throw flag(
      path,
      `is ${JSON.stringify(value)}; a name has 2 to 256 lower-case letters, digits, and single . _ - / between them`,
    );
};

const statement: Shape = (value, path) => {
  anyObject()(value, path);
  oneOf('Allow', 'Deny')((value as { Effect?: unknown }).Effect, `${path}.Effect`);
};

/** One of a role's own policy, which is about actions and resources. */
const ownStatement: Shape = (value, path) => {
  statement(value, path);
  const { Action, Resource } = value as { Action?: unknown; Resource?: unknown };
  list(text(1), 1)([Action].flat(), `${path}.Action`);
  list(text(1), 1)([Resource].flat(), `${path}.Resource`);
};

/** A policy, as far as no request can be answered without it: IAM takes one statement or a list of them. */
const policy: Shape = (value, path) => {
  anyObject()(value, path);
  const { Statement } = value as { Statement?: unknown };
  if (Array.isArray(Statement)) list(statement, 1)(Statement, `${path}.Statement`);
  else statement(Statement ?? null, `${path}.Statement`);
};

const anyRepository = object({
  required: { name: repositoryName },
  optional: {
    imageTagMutability: oneOf('MUTABLE', 'IMMUTABLE', 'MUTABLE_WITH_EXCLUSION', 'IMMUTABLE_WITH_EXCLUSION'),
    exclusionFilters: list(text(1)),
    policy,
    lifecyclePolicy: anyObject(),
  },
});

/** Filters turn round what a mode says, so that each has to be there with the other. Source: ECR API reference, CreateRepository. */
const repository: Shape = (value, path) => {
  anyRepository(value, path);
  const { imageTagMutability = 'MUTABLE', exclusionFilters = [] } = value as Scenario['repositories'][number];
  const takesFilters = imageTagMutability.endsWith('_WITH_EXCLUSION');
  if (takesFilters === exclusionFilters.length > 0) return;
  throw flag(
    `${path}.exclusionFilters`,
    takesFilters
      ? `is missing, which ${imageTagMutability} needs`
      : `cannot be there with ${imageTagMutability}; it needs ${imageTagMutability}_WITH_EXCLUSION`,
  );
};

/** A list whose entries differ in what makes them one thing or another. */
const distinct =
  (shape: Shape, ...names: readonly string[]): Shape =>
  (value, path) => {
    list(shape)(value, path);
    const keys = (value as Record<string, string>[]).map((entry) =>
      names.map((name) => entry[name]).join('/'),
    );
    const again = keys.findIndex((key, index) => keys.indexOf(key) < index);
    if (again >= 0) throw flag(`${path}[${String(again)}]`, `is there twice: ${keys[again] ?? ''}`);
  };

const repositories = distinct(repository, 'name');

const regionName: Shape = (value, path) => {
  text()(value, path);
  if (!isRegionName(value as string)) throw flag(path, `is ${JSON.stringify(value)}, and not like eu-west-1`);
};

const accountId: Shape = (value, path) => {
  text()(value, path);
  if (!isAccountId(value as string)) throw flag(path, 'has to be an account id of 12 digits');
};

const registry = object({
  required: { account: accountId, region: regionName },
  optional: { repositories },
});

const roleArn: Shape = (value, path) => {
  text()(value, path);
  if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(value as string))
    throw flag(path, 'has to be the ARN of a role');
};

const role = object({
  required: { arn: roleArn, trustPolicy: policy },
  optional: {
    policy: object({
      required: { Statement: list(ownStatement) },
      optional: { Version: text(), Id: text() },
    }),
    maxSessionSeconds: whole(900, 43_200),
  },
});
const publicRepository = object({
  required: { name: repositoryName },
  optional: { catalogData: anyObject() },
});

const replication = object({
  optional: {
    rules: list(
      object({
        required: {
          destinations: list(object({ required: { region: text(1), registryId: accountId } }), 1),
        },
        optional: {
          repositoryFilters: list(
            object({ required: { filter: text(2), filterType: oneOf('PREFIX_MATCH') } }),
            1,
          ),
        },
      }),
    ),
    takesMs: number(0),
    failures: list(
      object({
        required: { region: text(1), failureCode: text(1) },
        optional: { registryId: accountId },
      }),
    ),
  },
});

const scanning: Shape = (value, path) => {
  object({
    required: {
      type: oneOf('BASIC', 'ENHANCED'),
      frequency: oneOf('SCAN_ON_PUSH', 'CONTINUOUS_SCAN', 'MANUAL'),
    },
    optional: { untagged: oneOf('scanned', 'ignored'), filters: list(text(1), 1) },
  })(value, path);
  const { type, frequency } = value as Scenario['scanning'];
  if (type === 'BASIC' && frequency === 'CONTINUOUS_SCAN')
    throw flag(`${path}.frequency`, 'is CONTINUOUS_SCAN, which only ENHANCED scanning has');
};

const scenario = object({
  optional: {
    description: text(),
    scanning,
    repositories,
    registries: distinct(registry, 'account', 'region'),
    roles: list(role),
    quotas: object({
      optional: { imagesPerRepository: whole(1), tagsPerImage: whole(1), referrersPerSubject: whole(1) },
    }),
    subjects: oneOf('taken', 'refused'),
    replication,
    archive: object({ required: { restoreMs: number(0) } }),
    publicRepositories: distinct(publicRepository, 'name'),
    phases,
    results: list(result),
  },
});

/** Parses a scenario file. Throws an Error that names the file and the wrong part. */
export function parseScenario(source: string, file: string): Scenario {
  let parsed: unknown;
  try {
    // Some editors begin a file with a mark of its encoding.
    parsed = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Error(
      `Scenario ${file}: not JSON (${error instanceof Error ? error.message : String(error)})`,
      {
        cause: error,
      },
    );
  }
  const problem = check(scenario, parsed);
  if (problem !== undefined) throw new Error(`Scenario ${file}: ${problem}`);
  return { ...emptyScenario, ...(parsed as Partial<Scenario>) };
}
