import { scanAnswer } from '../src/adapters/ecr/scan-answer.ts';
import { parseSmokeTests } from '../src/checks/smoke-input.ts';
import { buildFailed } from '../src/docker/build-failure.ts';
import { failedCheck } from '../src/docker/build-warnings.ts';
import { readIgnoreRules } from '../src/docker/ignore.ts';
import { classifyPushFailure } from '../src/docker/push-failure.ts';
import { digestFromMetadata, digestFromPush, lastWords } from '../src/docker/printed.ts';
import { parseImageConfig } from '../src/image/config.ts';
import { parseManifest } from '../src/image/manifest.ts';
import { parseInputs } from '../src/inputs/inputs.ts';
import { inputDefaults } from '../src/inputs/table.ts';
import { parseRegistryLogins } from '../src/inputs/registry-logins.ts';
import { parseRepositorySettings } from '../src/inputs/repository-settings.ts';
import { parseRepositoryInput } from '../src/inputs/repository-input.ts';
import { parseTagRules } from '../src/inputs/tags/rules.ts';
import { readBaseImages } from '../src/plan/base-images.ts';
import { readEvent } from '../src/plan/event.ts';
import { parseExceptions } from '../src/policy/exceptions-file.ts';
import { parsePurl } from '../src/scan/foreign/purl.ts';
import { readScan } from '../src/scan/foreign/read-scan.ts';
import { readContext } from '../src/types/build-context.ts';
import { parseRecord } from '../src/types/build-record.ts';
import type { Digest } from '../src/types/digest.ts';
import { ShipError } from '../src/types/errors.ts';
import { parseDenial } from '../src/types/iam.ts';
import type { RawInputs } from '../src/types/inputs.ts';
import { parseAccountId, parseRepositoryName } from '../src/types/names.ts';
import { redacted, withoutCredentials } from '../src/types/redact.ts';
import { Refusal } from '../src/types/refusal.ts';
import { visible } from '../src/types/text.ts';
import * as samples from './samples.ts';

/** Whether a parser accepted its input, or said what is wrong with it. */
export type Outcome = 'taken' | 'refused';

/** Something that reads what others wrote. It accepts any text, or refuses it in its own words. */
export interface TextTarget {
  readonly name: string;
  readonly kind: 'text';
  /** Texts that it accepts. */
  readonly samples: readonly string[];
  /** Throws if the parser has a fault. */
  readonly read: (text: string) => Outcome;
}

/** The same for objects whose types nobody has checked. */
export interface JsonTarget {
  readonly name: string;
  readonly kind: 'json';
  readonly samples: readonly unknown[];
  readonly read: (value: unknown) => Outcome;
}

export type Target = TextTarget | JsonTarget;

const text = (name: string, given: readonly string[], read: (text: string) => unknown): TextTarget => ({
  name,
  kind: 'text',
  samples: given,
  read: (one) => outcomeOf(() => read(one)),
});

/** Errors with our own words are answers; every other error is a fault. */
function outcomeOf(read: () => unknown): Outcome {
  try {
    const result = read();
    return isRefused(result) ? 'refused' : 'taken';
  } catch (error) {
    if (error instanceof ShipError) requireWords(error);
    else if (!(error instanceof Refusal)) throw error;
    return 'refused';
  }
}

function isRefused(result: unknown): boolean {
  if (result === undefined) return true;
  if (typeof result !== 'object' || result === null) return false;
  if ('problems' in result && Array.isArray(result.problems)) return result.problems.length > 0;
  return 'ok' in result && result.ok === false;
}

/** No error is as long as a page, whatever the input was. */
const mostWords = 20_000;

function requireWords({ code, what, next }: ShipError): void {
  if (code === 'internal') throw new Error(`an internal error: ${what}`);
  if (what.length + next.length > mostWords)
    throw new Error(`an error of ${String(what.length + next.length)} characters`);
}

/** Each input by itself, with a sample of its own or of another input. */
const inputTargets: readonly TextTarget[] = Object.keys(inputDefaults).map((name) =>
  text(`input ${name}`, samples.inputSamples(name), (given) => {
    const empty = Object.fromEntries(Object.keys(inputDefaults).map((one) => [one, ''])) as RawInputs;
    return parseInputs(
      { ...empty, repository: 'team/app', 'aws-region': 'eu-west-1', [name]: given },
      undefined,
    );
  }),
);

const account = parseAccountId('123456789012');
const repositoryName = parseRepositoryName('team/app');

/** Every parser of what comes from outside. */
export const targets: readonly Target[] = [
  ...inputTargets,
  text('tag rules', samples.tagRules, parseTagRules),
  text('exceptions', samples.exceptions, (given) => parseExceptions(given, Date.UTC(2026, 5, 1))),
  text('smoke tests', samples.smokeTests, parseSmokeTests),
  text('registry logins', samples.registryLogins, parseRegistryLogins),
  text('repository settings', samples.repositorySettings, parseRepositorySettings),
  text('image reference', samples.references, parseRepositoryInput),
  text('manifest', samples.manifests, (body) => parseManifest({ body, mediaType: samples.manifestType })),
  text('index', samples.indexes, (body) => parseManifest({ body, mediaType: samples.indexType })),
  text('image config', samples.configs, parseImageConfig),
  text('build record', samples.records, parseRecord),
  text('Dockerfile', samples.dockerfiles, (given) => readBaseImages(given, ['A=b'])),
  text('ignore file', samples.ignoreFiles, (given) =>
    readIgnoreRules(given).leavesOut('src/deep/er/file.test.ts'),
  ),
  text('build context', samples.contexts, readContext),
  text('addresses with credentials', samples.contexts, (given) => redacted(withoutCredentials(given))),
  text('metadata file', samples.metadata, digestFromMetadata),
  text('output of a push', samples.pushOutputs, digestFromPush),
  text('output of a failed push', samples.pushOutputs, (given) => [
    classifyPushFailure(given),
    lastWords(given),
  ]),
  text('output of a failed build', samples.buildOutputs, (output) => {
    const failure = buildFailed({ exitCode: 1, output, dockerfile: 'Dockerfile' });
    requireWords(failure);
    return failure.code;
  }),
  text('warnings of a build', samples.buildWarnings, (given) => {
    const failure = failedCheck(given, 'Dockerfile');
    if (failure !== undefined) requireWords(failure);
    return failure;
  }),
  text('SARIF', samples.sarif, (given) => readScan(given, { path: 'a.sarif', platform: undefined })),
  text('findings of scanners', samples.scans, (given) =>
    readScan(given, { path: 'a.json', platform: undefined }),
  ),
  text('package URL', samples.packageUrls, parsePurl),
  text('denial', samples.denials, parseDenial),
  text('shown text', samples.shown, visible),
  {
    name: 'event',
    kind: 'json',
    samples: samples.events,
    read: (payload) =>
      outcomeOf(() => samples.eventNames.map((name) => readEvent({ ...samples.runner, name, payload }))),
  },
  {
    name: 'scan answer',
    kind: 'json',
    samples: samples.scanAnswers,
    read: (answer) =>
      outcomeOf(() => {
        if (account === undefined || repositoryName === undefined)
          throw new Error('the samples are no names');
        const asked = {
          repository: { name: repositoryName, registryId: account },
          digest: samples.digest as Digest,
        };
        return scanAnswer(answer as Parameters<typeof scanAnswer>[0], asked);
      }),
  },
];
