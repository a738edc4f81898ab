import type { BuildInputs, InputName, Inputs, Mode, RawInputs } from '../types/inputs.ts';
import { ShipError } from '../types/errors.ts';
import { parseRegion, type AccountId, type Region } from '../types/names.ts';
import { partitionOfRole, type RoleRequest } from '../types/role.ts';
import { quote } from './parsed.ts';
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
}

/** What each input says; undefined for one that cannot be used, of which there is a problem. */
type Values = { readonly [N in InputName]: ValueOf<N> | undefined };

/**
 * Takes the texts of all inputs and gives them parsed. An empty text means the input's default.
 * Throws one `invalid-input` error that lists every problem at once.
 * @param ambientRegion the region of the environment, used where neither the input nor the URI gives one
 */
export function parseInputs(raw: RawInputs, ambientRegion: string | undefined): Inputs {
  const { values, problems } = readEach(raw);
  const target = placeOf(values, ambientRegion);
  const all = [...problems, ...targetProblems(raw, values, ambientRegion), ...fileProblems(raw)];
  if (all.length > 0) throw invalidInputs(inOrder(all));
  return assembled(values as Usable, target, idleInputs(raw, values.mode ?? 'ship'));
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

/** Two files of one path would overwrite each other. */
function fileProblems(raw: RawInputs): Problem[] {
  const files = ['result-file', 'evidence-file', 'sarif-file'] as const;
  return files.flatMap((input, at) => {
    const same = files.slice(0, at).find((other) => raw[input] !== '' && raw[other] === raw[input]);
    return same === undefined
      ? []
      : [{ input, given: raw[input], allowed: `a path of its own; ${same} has this one` }];
  });
}

/** Inputs that were given, and mean nothing in the mode. What equals its default may not have been given at all. */
function idleInputs(raw: RawInputs, mode: Mode): InputName[] {
  return inputNames.filter((input) => {
    const isGiven = raw[input] !== '' && raw[input] !== inputDefaults[input];
    return isGiven && inputTable[input].idleIn?.includes(mode) === true;
  });
}

/** No input that there is a problem of. */
type Usable = { readonly [N in InputName]: ValueOf<N> };

function assembled(values: Usable, place: TargetPlace, idle: readonly InputName[]): Inputs {
  const { onlyNew, baselineTag } = values['only-new'];
  const shared = {
    repository: values.repository.name,
    ...place,
    allowedAccountIds: values['allowed-account-ids'],
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
    idle,
  };
  const { region, registryId } = place;
  if (values.mode === 'plan') return { ...shared, mode: 'plan', target: undefined };
  const target = values.push && region !== undefined ? { region, registryId, ...roleOf(values) } : undefined;
  return { ...shared, mode: 'ship', target };
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
  const sentences = problems.map(({ input, given, allowed, isItem = false, line }) => {
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
