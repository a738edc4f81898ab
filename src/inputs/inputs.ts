import type {
  BuildInputs,
  From,
  InputName,
  Mode,
  RawInputs,
  RepositoryPlace,
  Request,
} from '../types/inputs.ts';
import type { RegistryTarget } from '../types/image.ts';
import { ShipError } from '../types/errors.ts';
import { parseRegion, type AccountId, type Region } from '../types/names.ts';
import { partitionOfRole, type RoleRequest } from '../types/role.ts';
import type { RepositorySettings } from '../types/repository-settings.ts';
import { quote } from './parsed.ts';
import { noStructured, type Structured } from './structured.ts';
import { inputDefaults, inputNames, inputTable, type Outcome, type ValueOf } from './table.ts';

/** One input that cannot be used, or one item of it: which, what was given, and what is allowed. */
export interface Problem {
  readonly input: InputName;
  readonly given: string;
  readonly allowed: string;
  /** Whether what was given is one item of several. */
  readonly isItem?: boolean;
  /** The line of the item, where there are several. */
  readonly line?: number | undefined;
  /** What is wrong, as a clause, in the place of what was given: that may be a secret. */
  readonly what?: string;
}

/** What each input says; undefined for one that cannot be used, of which there is a problem. */
type Values = { readonly [N in InputName]: ValueOf<N> | undefined };

/**
 * Takes the texts of all inputs and gives them parsed. An empty text means the input's default.
 * Throws one `invalid-input` error that lists every problem at once.
 * @param ambientRegion the region of the environment, used where neither the input nor the URI gives one
 * @param structured what the inputs say that are written in YAML
 */
export function parseInputs(
  raw: RawInputs,
  ambientRegion: string | undefined,
  structured: Structured = noStructured,
): Request {
  const { values, problems } = readEach(raw);
  const mode = values.mode ?? 'ship';
  const place = placeOf(values, ambientRegion);
  const all = [
    ...problems.filter(({ input }) => mode !== 'login' || input !== 'repository' || raw.repository !== ''),
    ...targetProblems(raw, values, ambientRegion),
    ...fromProblems(raw, values, place),
    ...fileProblems(raw),
    ...structured.problems.map(({ input, line, what }) => ({ input, given: '', allowed: '', line, what })),
    ...createProblems(raw, values),
    ...(values.mode === undefined ? [] : foreignInputs(raw, mode)),
  ];
  if (all.length > 0) throw invalidInputs(inOrder(all));
  const { settings } = structured;
  const create = values['create-repository'] === true ? settings : undefined;
  return assembled({ ...(values as Usable), create }, place, idleInputs(raw, mode));
}

function readEach(raw: RawInputs): { readonly values: Values; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries = inputNames.map((input) => {
    const text = raw[input] === '' ? inputDefaults[input] : raw[input];
    const read: Outcome<unknown> = inputTable[input].parse(text);
    if (read.ok) return [input, read.value];
    if ('bad' in read) {
      const isMany = text.trim().includes('\n');
      for (const { item, allowed, line } of read.bad)
        problems.push({
          input,
          given: item,
          allowed,
          isItem: item !== text.trim(),
          line: isMany ? line : undefined,
        });
    } else problems.push({ input, given: raw[input], allowed: read.allowed });
    return [input, undefined];
  });
  return { values: Object.fromEntries(entries) as Values, problems };
}

/** Where the image goes, if it goes anywhere. */
interface TargetPlace {
  readonly registryId: AccountId | undefined;
  readonly region: Region | undefined;
}

function placeOf(values: Values, ambientRegion: string | undefined): TargetPlace {
  const { repository } = values;
  return {
    registryId: values['registry-id'] ?? repository?.registryId,
    region: values['aws-region'] ?? repository?.region ?? parseRegion(ambientRegion ?? ''),
  };
}

/** What URI, account and region say against each other, and a region that nothing gives. */
function targetProblems(raw: RawInputs, values: Values, ambientRegion: string | undefined): Problem[] {
  const problems: Problem[] = [];
  const report = (input: InputName, allowed: string) => problems.push({ input, given: raw[input], allowed });
  const { repository } = values;
  const [account, region] = [values['registry-id'], values['aws-region']];
  if (repository?.registryId !== undefined && account !== undefined && account !== repository.registryId)
    report('registry-id', `the account of the repository's URI, ${repository.registryId}, or nothing`);
  if (repository?.region !== undefined && region !== undefined && region !== repository.region)
    report('aws-region', `the region of the repository's URI, ${repository.region}, or nothing`);
  // A value that is not legal is reported already; then AWS may well be asked.
  const publishes = values.mode !== 'plan' && values.push !== false;
  if (publishes && raw['aws-region'] === '' && placeOf(values, ambientRegion).region === undefined)
    report(
      'aws-region',
      ambientRegion === undefined
        ? 'a region such as eu-west-1; AWS_REGION is not set either'
        : `a region such as eu-west-1; AWS_REGION holds ${quote(ambientRegion)}`,
    );
  return problems;
}

/** What is published has to be said, and lies in the repository that it is published in. */
function fromProblems(raw: RawInputs, { mode, from, repository }: Values, place: TargetPlace): Problem[] {
  const report = (allowed: string): Problem[] => [{ input: 'from', given: raw.from, allowed }];
  if (mode !== 'publish') return [];
  if (raw.from === '')
    return report('with mode: publish a digest, several digests (one a line), or a tag, such as sha-0123456');
  const other = from?.place;
  if (other === undefined || repository === undefined || isSame(other, { ...place, name: repository.name }))
    return [];
  return report(`an image of the repository ${repository.name}, to which tags are given`);
}

function isSame(one: RepositoryPlace, other: RepositoryPlace): boolean {
  const agree = <T>(a: T | undefined, b: T | undefined) => a === undefined || b === undefined || a === b;
  return (
    one.name === other.name && agree(one.registryId, other.registryId) && agree(one.region, other.region)
  );
}

/** Two files of one path would overwrite each other. */
function fileProblems(raw: RawInputs): Problem[] {
  const files = ['result-file', 'evidence-file', 'sarif-file', 'env-file'] as const;
  return files.flatMap((input, at) => {
    const same = files.slice(0, at).find((other) => raw[input] !== '' && raw[other] === raw[input]);
    return same === undefined
      ? []
      : [{ input, given: raw[input], allowed: `a path of its own; ${same} has this one` }];
  });
}

/** Settings for a repository that is not made are a misunderstanding: nothing is changed of one that is there. */
function createProblems(raw: RawInputs, values: Values): Problem[] {
  if (raw['repository-settings'] === '' || values['create-repository'] !== false) return [];
  const allowed =
    'nothing without create-repository: true; the settings of a repository that is there are never changed';
  return [{ input: 'repository-settings', given: 'settings', allowed }];
}

/** Inputs that were given, and mean nothing in the mode. */
function idleInputs(raw: RawInputs, mode: Mode): InputName[] {
  return givenInputs(raw).filter((input) => inputTable[input].idleIn?.includes(mode) === true);
}

/** Inputs that were given, and that the mode does not know. */
function foreignInputs(raw: RawInputs, mode: Mode): Problem[] {
  return givenInputs(raw).flatMap((input) => {
    const { modes } = inputTable[input];
    if (modes === undefined || modes.includes(mode)) return [];
    return [
      {
        input,
        given: raw[input],
        allowed: `nothing with mode: ${mode}; it is for mode: ${modes.join(', ')}`,
      },
    ];
  });
}

/** What equals its default may not have been given at all. */
function givenInputs(raw: RawInputs): InputName[] {
  return inputNames.filter((input) => raw[input] !== '' && raw[input] !== inputDefaults[input]);
}

/** No input that there is a problem of. */
type Usable = { readonly [N in InputName]: ValueOf<N> };

/** The same, with how the repository is made where it is missing. */
type Whole = Usable & { readonly create: RepositorySettings | undefined };

function assembled(values: Whole, place: TargetPlace, idle: readonly InputName[]): Request {
  const target: RegistryTarget | undefined = place.region && {
    region: place.region,
    registryId: place.registryId,
    ...roleOf(values),
  };
  const allowedAccountIds = values['allowed-account-ids'];
  if (values.mode === 'login') {
    // The region is known to be there: nothing else was told as a problem.
    const repository = (values.repository as ValueOf<'repository'> | undefined)?.name;
    return {
      mode: 'login',
      target: needed(target),
      repository,
      allowedAccountIds,
      login: values.login,
      idle,
    };
  }
  const shared = sharedOf(values, place, idle);
  switch (values.mode) {
    case 'plan':
      return { ...shared, mode: 'plan', target: undefined };
    case 'ship':
      return { ...shared, mode: 'ship', target: values.push ? target : undefined };
    case 'build':
      return { ...shared, mode: 'build', target: needed(target) };
    case 'publish':
      return { ...shared, mode: 'publish', target: needed(target), from: needed<From>(values.from) };
  }
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an input that is missing was not told');
  return value;
}

function sharedOf(values: Whole, place: TargetPlace, idle: readonly InputName[]) {
  const { onlyNew, baselineTag } = values['only-new'];
  return {
    repository: values.repository.name,
    ...place,
    allowedAccountIds: values['allowed-account-ids'],
    create: values.create,
    tagRules: values.tags,
    flavor: values.flavor,
    ifExists: values['if-exists'],
    reusePaths: values['reuse-paths'],
    ifOlder: values['if-older'],
    pullRequestCommit: values['pull-request-commit'],
    build: buildOf(values),
    push: values.push,
    scan: values.scan,
    policy: {
      ...values['fail-on'],
      onlyFixable: values['only-fixable'],
      onlyNew,
      onIncompleteScan: values['on-incomplete-scan'],
    },
    baselineTag,
    exceptionsFile: values.exceptions,
    scanTimeoutMs: values['scan-timeout'],
    login: values.login,
    summary: values.summary,
    resultFile: values['result-file'],
    evidenceFile: values['evidence-file'],
    sarifFile: values['sarif-file'],
    envFile: values['env-file'],
    envNames: values['env-names'],
    idle,
  };
}

/** The role that is taken on, if any. Source: AWS documentation for China, "Creating OIDC identity providers". */
function roleOf(values: Usable): { readonly role?: RoleRequest } {
  const arn = values['role-to-assume'];
  if (arn === undefined) return {};
  const usual = partitionOfRole(arn) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  return {
    role: {
      arn,
      sessionName: values['role-session-name'],
      durationSeconds: values['role-duration'],
      audience: values.audience ?? usual,
    },
  };
}

function buildOf(values: Usable): BuildInputs {
  return {
    context: values.context,
    file: values.file,
    target: values.target,
    platforms: values.platforms,
    buildArgs: values['build-args'],
    labels: values.labels,
    annotations: values.annotations,
  };
}

/** As the inputs are in the table. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => inputNames.indexOf(a.input) - inputNames.indexOf(b.input));
}

function invalidInputs(problems: readonly Problem[]): ShipError {
  const sentences = problems.map(({ input, given, allowed, isItem = false, line, what }) => {
    if (what !== undefined) return `Input ${input}, line ${String(line ?? 1)}: ${what}.`;
    const where = line === undefined ? '' : ` in line ${String(line)}`;
    const end = allowed.endsWith('?') ? '' : '.';
    return `Input ${input} ${isItem ? 'has' : 'is'} ${given === '' ? 'empty' : quote(given)}${where}; allowed: ${allowed}${end}`;
  });
  return new ShipError({
    code: 'invalid-input',
    what: sentences.join(' '),
    next: problems.length === 1 ? 'Correct it in the step.' : 'Correct them in the step.',
    ...(problems.length > 1 && { details: sentences.join('\n') }),
  });
}
