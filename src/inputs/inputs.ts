import type { BuildInputs, From, InputName, Mode, RawInputs, Request } from '../types/inputs.ts';
import type { BuildOptions } from '../types/build-options.ts';
import { ShipError } from '../types/errors.ts';
import type { RegistryTarget, RegistryType } from '../types/image.ts';
import { settingsWithout, type RepositorySettings } from '../types/repository-settings.ts';
import { partitionOfRole, type RoleArn, type RoleRequest } from '../types/role.ts';
import { quote } from './parsed.ts';
import { placeOf, placeProblems, scanPlaceOf, targetOf, type Place } from './places.ts';
import { runtimeProblems } from './runtime-problems.ts';
import { noStructured, type Structured } from './structured.ts';
import { inputDefaults, inputNames, inputTable, type Outcome, type Row, type ValueOf } from './table.ts';

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
  const all = [
    ...problems.filter(({ input }) => mode !== 'login' || input !== 'repository' || raw.repository !== ''),
    ...placeProblems(raw, values, ambientRegion),
    ...fromProblems(raw, values),
    ...orderProblems(raw, values),
    ...runtimeProblems(raw, values, placeOf(values, ambientRegion).type),
    ...replicationProblems(raw, values, placeOf(values, ambientRegion).type),
    ...fileProblems(raw),
    ...structured.problems.map(({ input, line, what }) => ({ input, given: '', allowed: '', line, what })),
    ...createProblems(raw, values),
    ...settingProblems(structured, placeOf(values, ambientRegion).type),
    ...(values.mode === undefined ? [] : foreignInputs(raw, mode)),
  ];
  if (all.length > 0) throw invalidInputs(inOrder(all));
  const places = { image: placeOf(values, ambientRegion), scan: scanPlaceOf(values, ambientRegion) };
  const create = values['create-repository'] === true ? structured.settings : undefined;
  return assembled({ ...(values as Usable), create }, places, idleInputs(raw, mode));
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
    } else problems.push({ input, given: shownText(raw, input), allowed: read.allowed });
    return [input, undefined];
  });
  return { values: Object.fromEntries(entries) as Values, problems };
}

/** What is published has to be said. */
function fromProblems(raw: RawInputs, { mode }: Values): Problem[] {
  if (mode !== 'publish' || raw.from !== '') return [];
  const allowed = 'with mode: publish a digest, several digests (one a line), or a tag, such as sha-0123456';
  return [{ input: 'from', given: raw.from, allowed }];
}

/** Only what is in the registry can get its tags before anything is known of it. */
function orderProblems(raw: RawInputs, { mode, scan }: Values): Problem[] {
  if (scan !== 'after-tags' || mode === 'publish' || mode === undefined) return [];
  const allowed = `auto or off with mode: ${mode}; after-tags is for emergencies, in mode: publish`;
  return [{ input: 'scan', given: raw.scan, allowed }];
}

/** Only a private registry replicates, and only what is pushed. */
function replicationProblems(raw: RawInputs, values: Values, type: RegistryType): Problem[] {
  if (values['wait-for-replication'] === undefined) return [];
  const why =
    type === 'public'
      ? 'for ECR Public, which is one registry for all regions'
      : values.mode !== 'publish' && (values.push === false || values.call === 'check')
        ? 'where nothing is pushed'
        : undefined;
  if (why === undefined) return [];
  return [{ input: 'wait-for-replication', given: raw['wait-for-replication'], allowed: `false ${why}` }];
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

/** A setting that the registry does not have would be without effect. */
function settingProblems({ settings }: Structured, type: RegistryType): Problem[] {
  return settingsWithout(settings, type).map((given) => ({
    input: 'repository-settings',
    given,
    isItem: true,
    allowed:
      type === 'public'
        ? 'policy, tags and catalog for a public repository'
        : 'catalog only for a public repository',
  }));
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
        given: shownText(raw, input),
        allowed: `nothing with mode: ${mode}; it is for mode: ${modes.join(', ')}`,
      },
    ];
  });
}

function shownText(raw: RawInputs, input: InputName): string {
  const { isSecret = false }: Row<unknown> = inputTable[input];
  return isSecret ? '…' : raw[input];
}

/** What equals its default may not have been given at all. */
function givenInputs(raw: RawInputs): InputName[] {
  return inputNames.filter((input) => raw[input] !== '' && raw[input] !== inputDefaults[input]);
}

/** No input that there is a problem of. */
type Usable = { readonly [N in InputName]: ValueOf<N> };

/** The same, with how the repository is made where it is missing. */
type Whole = Usable & { readonly create: RepositorySettings | undefined };

/** Where the image goes, and where it is scanned before, if that is another place. */
interface Places {
  readonly image: Omit<Place, 'name'>;
  readonly scan: Place | undefined;
}

function assembled(values: Whole, places: Places, idle: readonly InputName[]): Request {
  const target = inRole(targetOf(places.image), values);
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
    };
  }
  const shared = sharedOf(values, places, idle);
  switch (values.mode) {
    case 'plan':
      return { ...shared, mode: 'plan', target: undefined };
    case 'ship':
      return {
        ...shared,
        mode: 'ship',
        target: values.push && values.call === 'build' ? target : undefined,
        puller: target,
      };
    case 'build':
      return { ...shared, mode: 'build', target: needed(target) };
    case 'publish':
      return {
        ...shared,
        mode: 'publish',
        target: needed(target),
        from: needed<From>(values.from),
        sourceRole: roleOf(values, values['source-role-to-assume']).role,
      };
  }
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an input that is missing was not told');
  return value;
}

function sharedOf(values: Whole, { image, scan }: Places, idle: readonly InputName[]) {
  const { onlyNew, baselineTag } = values['only-new'];
  return {
    repository: values.repository.name,
    registryType: image.type,
    registryId: image.registryId,
    region: image.region,
    scanRepository: scan && { name: scan.name, target: inRole(targetOf(scan), values) },
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
    destinations: values.destinations.map((place) => ({
      ...place,
      target: { ...place.target, ...roleOf(values, place.role) },
    })),
    replicationTimeoutMs: values['wait-for-replication'],
    runtime: values.runtime,
    smokeTest: values['smoke-test'],
    maxSize: values['max-size'],
    maxGrowth: values['max-growth'],
    scan: values.scan,
    policy: {
      ...values['fail-on'],
      onlyFixable: values['only-fixable'],
      onlyNew,
      onIncompleteScan: values['on-incomplete-scan'],
    },
    baselineTag,
    exceptionsFile: values.exceptions,
    findings: values.findings,
    scanTimeoutMs: values['scan-timeout'],
    login: values.login,
    summary: values.summary,
    comment: values.comment,
    resultFile: values['result-file'],
    evidenceFile: values['evidence-file'],
    sarifFile: values['sarif-file'],
    envFile: values['env-file'],
    envNames: values['env-names'],
    idle,
  };
}

/** A registry, and the role in which it is asked. */
function inRole(target: RegistryTarget | undefined, values: Usable): RegistryTarget | undefined {
  return target && { ...target, ...roleOf(values) };
}

/** The role that is taken on, if any. Source: AWS documentation for China, "Creating OIDC identity providers". */
function roleOf(
  values: Usable,
  arn: RoleArn | undefined = values['role-to-assume'],
): { readonly role?: RoleRequest } {
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
    options: optionsOf(values),
    cache: values.cache,
    call: values.call,
  };
}

function optionsOf(values: Usable): BuildOptions {
  return {
    builder: values.builder,
    buildContexts: values['build-contexts'],
    secrets: [...values.secrets, ...values['secret-envs'], ...values['secret-files']],
    ssh: values.ssh,
    cacheFrom: values['cache-from'],
    cacheTo: values['cache-to'],
    noCache: values['no-cache'],
    noCacheFilters: values['no-cache-filters'],
    pull: values.pull,
    addHosts: values['add-hosts'],
    allow: values.allow,
    network: values.network,
    shmSize: values['shm-size'],
    ulimit: values.ulimit,
    cgroupParent: values['cgroup-parent'],
    provenance: values.provenance,
    sbom: values.sbom,
    attests: values.attests,
  };
}

/** As the inputs are in the table. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => inputNames.indexOf(a.input) - inputNames.indexOf(b.input));
}

/** The longest list of words of ours is shorter. In characters. */
const longestAdvice = 1000;

/** So many problems of one input are told: whoever has more of them has one reason for all. */
const mostTold = 5;

function invalidInputs(problems: readonly Problem[]): ShipError {
  const inputs = [...new Set(problems.map(({ input }) => input))];
  const sentences = inputs.flatMap((input) => {
    const own = problems.filter((problem) => problem.input === input);
    const more = own.length - mostTold;
    const rest =
      more > 0 ? [`Input ${input} has ${String(more)} more like ${more === 1 ? 'this' : 'these'}.`] : [];
    return [...own.slice(0, mostTold).map(sentenceOf), ...rest];
  });
  return new ShipError({
    code: 'invalid-input',
    what: sentences.join(' '),
    next: problems.length === 1 ? 'Correct it in the step.' : 'Correct them in the step.',
  });
}

function sentenceOf({ input, given, allowed, isItem = false, line, what }: Problem): string {
  if (what !== undefined) return `Input ${input}, line ${String(line ?? 1)}: ${what}.`;
  const where = line === undefined ? '' : ` in line ${String(line)}`;
  const end = allowed.endsWith('?') ? '' : '.';
  // What is advised may repeat what was given.
  const advice = allowed.length > longestAdvice ? `${allowed.slice(0, longestAdvice)}…` : allowed;
  return `Input ${input} ${isItem ? 'has' : 'is'} ${given === '' ? 'empty' : quote(given)}${where}; allowed: ${advice}${end}`;
}
