import { parseAccountId, parsePlatform, parseRegion, type Tag } from '../types/names.ts';
import {
  inputDefaults,
  type BuildInputs,
  type InputName,
  type Inputs,
  type RawInputs,
} from '../types/inputs.ts';
import { ShipError } from '../types/errors.ts';
import { parseFailOn } from './fail-on.ts';
import { lines, notAllowed, ok, parseEach, quote, type Parsed, type ParsedList } from './parsed.ts';
import { parseRepositoryInput, type RepositoryInput } from './repository-input.ts';
import { parseBoolean, parseChoice, parseDuration, parseOnlyNew } from './scalars.ts';
import { parseFlavor } from './tags/flavor.ts';
import { parseTagRules } from './tags/rules.ts';

/** One input that cannot be used, or one item of it: which, what was given, and what is allowed. */
export interface Problem {
  readonly input: InputName;
  readonly given: string;
  readonly allowed: string;
  /** Whether what was given is one item of several. */
  readonly isItem?: boolean;
}

/**
 * Takes the texts of all inputs and gives them parsed. An empty text means the input's default.
 * Throws one `invalid-input` error that lists every problem at once.
 * @param ambientRegion the region of the environment, used where neither the input nor the URI gives one
 */
export function parseInputs(raw: RawInputs, ambientRegion: string | undefined): Inputs {
  const problems: Problem[] = [];
  const report = (input: InputName, allowed: string) => problems.push({ input, given: raw[input], allowed });

  const textOf = (input: InputName) => (raw[input] === '' ? inputDefaults[input] : raw[input]);

  /** Gives undefined only when a problem was reported, and then no Inputs are made. */
  function read<T>(input: InputName, parse: (text: string) => Parsed<T>): T {
    const parsed = parse(textOf(input));
    if (parsed.ok) return parsed.value;
    report(input, parsed.allowed);
    return undefined as T;
  }

  /** The same for a list. */
  function readList<T>(input: InputName, parse: (text: string) => ParsedList<T>): T[] {
    const parsed = parse(textOf(input));
    if (parsed.ok) return parsed.value;
    for (const { item, allowed } of parsed.bad)
      problems.push({ input, given: item, allowed, isItem: item !== textOf(input).trim() });
    return [];
  }

  const repository = read<RepositoryInput | undefined>('repository', parseRepositoryInput);
  const registryId = read('registry-id', optional(parseAccount)) ?? repository?.registryId;
  if (repository?.registryId !== undefined && registryId !== repository.registryId) {
    report('registry-id', `the account of the repository's URI, ${repository.registryId}, or nothing`);
  }
  const givenRegion = read('aws-region', optional(parseAwsRegion));
  if (repository?.region !== undefined && givenRegion !== undefined && givenRegion !== repository.region) {
    report('aws-region', `the region of the repository's URI, ${repository.region}, or nothing`);
  }
  const mode = read('mode', parseChoice(['ship', 'plan']));
  const push = read('push', parseBoolean);
  // A value that is not legal is reported already; then AWS may well be asked.
  const publishes = !(mode === 'plan' || (push as boolean | undefined) === false);
  const region = givenRegion ?? repository?.region ?? parseRegion(ambientRegion ?? '');
  if (region === undefined && raw['aws-region'] === '' && publishes) {
    report(
      'aws-region',
      ambientRegion === undefined
        ? 'a region such as eu-west-1; AWS_REGION is not set either'
        : `a region such as eu-west-1; AWS_REGION holds ${quote(ambientRegion)}`,
    );
  }

  const onlyNew = read<{ onlyNew: boolean; baselineTag: Tag | undefined } | undefined>(
    'only-new',
    parseOnlyNew,
  );
  const inputs = {
    mode,
    baselineTag: onlyNew?.baselineTag,
    repository: repository?.name,
    registryId,
    region,
    target: region === undefined || !publishes ? undefined : { region, registryId },
    tagRules: readList('tags', parseTagRules),
    flavor: read('flavor', parseFlavor),
    ifExists: read('if-exists', parseChoice(['reuse', 'fail', 'move'])),
    reusePaths: readList('reuse-paths', (text) => parseEach(lines(text), parseGlob)),
    ifOlder: read('if-older', parseChoice(['keep', 'fail', 'move'])),
    pullRequestCommit: read('pull-request-commit', parseChoice(['merge', 'head'])),
    build: readBuild(read, readList),
    push,
    scan: read('scan', parseChoice(['auto', 'off'])),
    policy: {
      ...read('fail-on', parseFailOn),
      onlyFixable: read('only-fixable', parseBoolean),
      onlyNew: onlyNew?.onlyNew ?? false,
      onIncompleteScan: read('on-incomplete-scan', parseChoice(['fail', 'warn'])),
    },
    exceptionsFile: read('exceptions', optional(ok)),
    scanTimeoutMs: read('scan-timeout', parseDuration),
    login: read('login', parseChoice(['job', 'step'])),
    summary: read('summary', parseBoolean),
    resultFile: read('result-file', optional(ok)),
    evidenceFile: read('evidence-file', optional(ok)),
    sarifFile: read('sarif-file', optional(ok)),
  };
  for (const [input, ...before] of [
    ['evidence-file', 'result-file'],
    ['sarif-file', 'result-file', 'evidence-file'],
  ] as const) {
    const same = before.find((other) => raw[input] !== '' && raw[other] === raw[input]);
    if (same !== undefined) report(input, `a path of its own; ${same} has this one`);
  }
  if (problems.length > 0 || inputs.repository === undefined) throw invalidInputs(problems);
  return { ...inputs, repository: inputs.repository };
}

function readBuild(
  read: <T>(input: InputName, parse: (text: string) => Parsed<T>) => T,
  readList: <T>(input: InputName, parse: (text: string) => ParsedList<T>) => T[],
): BuildInputs {
  return {
    context: read('context', parseContext),
    file: read('file', optional(parseFile)),
    target: read('target', optional(ok)),
    platforms: readList('platforms', (text) => parseEach(unique(text.split(/[\n,]/)), parseOnePlatform)),
    buildArgs: readList('build-args', (text) => parseEach(lines(text), parseBuildArg)),
    labels: readList('labels', (text) => parseEach(lines(text), parseLabel)),
    annotations: readList('annotations', (text) => parseEach(lines(text), parseLabel)),
  };
}

/** A leading hyphen would be read as an option by docker, or as standard input. */
function parseContext(text: string): Parsed<string> {
  return text.startsWith('-') ? notAllowed('a folder of the checkout, or a Git URL') : ok(text);
}

/** docker would read the Dockerfile from its standard input, where there is nothing to read. */
function parseFile(text: string): Parsed<string> {
  return text === '-'
    ? notAllowed('the path of a Dockerfile, or a path in the Git URL of context')
    : ok(text);
}

function optional<T>(parse: (text: string) => Parsed<T>): (text: string) => Parsed<T | undefined> {
  return (text) => (text === '' ? ok(undefined) : parse(text));
}

function parseAccount(text: string): Parsed<NonNullable<ReturnType<typeof parseAccountId>>> {
  const id = parseAccountId(text);
  return id === undefined
    ? notAllowed('an AWS account id of 12 digits; write it in quotes, or YAML drops leading zeros')
    : ok(id);
}

function parseAwsRegion(text: string): Parsed<NonNullable<ReturnType<typeof parseRegion>>> {
  const region = parseRegion(text);
  return region === undefined ? notAllowed('a region such as eu-west-1') : ok(region);
}

function parseOnePlatform(text: string): Parsed<NonNullable<ReturnType<typeof parsePlatform>>> {
  const platform = parsePlatform(text);
  return platform === undefined ? notAllowed('platforms such as linux/amd64 or linux/arm/v7') : ok(platform);
}

/** A path of the repository with `*`, `**` and `?`; what climbs out of it would be no path of any commit. */
function parseGlob(text: string): Parsed<string> {
  const path = text.replace(/^!/, '').replace(/^\.\//, '');
  const isInside =
    path !== '' && !path.startsWith('/') && !path.startsWith(':') && !path.split('/').includes('..');
  return isInside
    ? ok(text.startsWith('!') ? `!${path}` : path)
    : notAllowed('paths of the repository such as services/api/** (a leading ! takes paths out)');
}

function parseBuildArg(text: string): Parsed<string> {
  return /^[^=\s]+(=|$)/.test(text)
    ? ok(text)
    : notAllowed('one NAME=value a line, or NAME alone to take it from the environment');
}

function parseLabel(text: string): Parsed<string> {
  return /^[^=\s]+=/.test(text) ? ok(text) : notAllowed('one name=value a line');
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

function invalidInputs(problems: readonly Problem[]): ShipError {
  const sentences = problems.map(
    ({ input, given, allowed, isItem = false }) =>
      `Input ${input} ${isItem ? 'has' : 'is'} ${given === '' ? 'empty' : quote(given)}; allowed: ${allowed}.`,
  );
  return new ShipError({
    code: 'invalid-input',
    what: sentences.join(' '),
    next: problems.length === 1 ? 'Correct it in the step.' : 'Correct them in the step.',
    ...(problems.length > 1 && { details: sentences.join('\n') }),
  });
}
