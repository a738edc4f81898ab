import type { StepResult } from '../__tests__/support/runner.ts';
import { usualCapS, type Outcome } from './run-case.ts';
import { fixedTag, movingTag } from './names.ts';
import type { Shop } from './scenes.ts';
import { titleOf, type Stock } from './shops.ts';

/** A law of a run, as listed in docs/contributing/faults.md. `check` describes what breaks it. */
export interface Law {
  readonly id: string;
  readonly title: string;
  /** The cases to which it applies; by default all. */
  readonly applies?: (outcome: Outcome) => boolean;
  readonly check: (outcome: Outcome) => readonly string[];
}

/** How many characters of foreign text a line of the table quotes. */
const quoted = 160;
const quote = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > quoted ? `${line.slice(0, quoted)}…` : line;
};

const isCandidate = (tag: string) => tag.startsWith('candidate-');
const isBad = ({ fault, scene }: Outcome) => fault.image === 'bad' && scene.isUnjudged !== true;
/** Whether main ended by itself, even after a signal, and so could have reported everything. */
const hasSpoken = (outcome: Outcome) => outcome.ending === 'itself' && !hadNotBegun(outcome);
/** Whether a signal ended main although it could have handled it. */
const isMute = ({ ending, main }: Outcome) => ending === 'itself' && main.exitCode < 0;
/** Whether a signal ended main before node had read its first line, so that nothing had begun. */
const hadNotBegun = (outcome: Outcome) => isMute(outcome) && outcome.main.log === '';

export const laws: readonly Law[] = [
  {
    id: '1',
    title: 'a moving tag never points to an image that did not pass',
    check: (outcome) => eachShop(outcome, (where) => untold(outcome, where, movingTag)),
  },
  {
    id: '2',
    title: 'a fixed tag is only ever taken by an image that passed',
    check: (outcome) =>
      eachShop(outcome, (where) => [...untold(outcome, where, fixedTag), ...strayTags(where)]),
  },
  {
    id: '3',
    title: 'nothing is left: no candidate, no credential, no folder, no process',
    check: (outcome) => [
      ...eachShop(outcome, (where) => leftCandidates(outcome, where)),
      ...outcome.leftInEngine.map((name) => `the engine has ${name}`),
      ...outcome.folders.map((path) => `there is the folder ${path}`),
      ...outcome.processes.map((command) => `there is the process ${quote(command)}`),
    ],
  },
  { id: '4', title: 'the outputs are true', check: untrueOutputs },
  {
    id: '5',
    title: 'exit code, error, result file and summary agree',
    applies: hasSpoken,
    check: disagreements,
  },
  {
    id: '6',
    title: 'main and post end within their time',
    check: ({ fault, ending, postEnded, main }) => [
      ...(ending === 'too late' ? [`main did not end within ${String(fault.capS ?? usualCapS)} s`] : []),
      ...(fault.signal?.how === 'cancel' && ending === 'killed' ? ['main outlived SIGINT and SIGTERM'] : []),
      ...(postEnded ? [] : [`post did not end (main took ${(main.ms / 1000).toFixed(0)} s)`]),
    ],
  },
  {
    id: '7',
    title: 'the error names the cause',
    applies: (outcome) => hasSpoken(outcome) && outcome.main.errors.length > 0,
    check: wrongCause,
  },
  {
    id: '8',
    title: 'no stack trace, no rejection that nobody handles, no internal error',
    check: ({ main, post, result }) => [
      ...[main, post].flatMap(({ log, stderr }) => [
        ...[...`${log}\n${stderr}`.matchAll(/^ {2,}at .+:\d+:\d+\)?$/gm)]
          .slice(0, 1)
          .map(([line]) => `a stack trace: ${quote(line)}`),
        ...[...(/UnhandledPromiseRejection|Uncaught/.exec(`${log}\n${stderr}`) ?? [])].map(
          (word) => `the log says ${word}`,
        ),
        ...(stderr.trim() === '' ? [] : [`stderr: ${quote(stderr)}`]),
      ]),
      ...(result?.['errorCode'] === 'internal' ? ['the error code is internal'] : []),
      ...(/did not foresee/.test(main.errors.join()) && result === undefined
        ? ['the error is internal']
        : []),
    ],
  },
  {
    id: '9',
    title: 'a fault that passes is survived, and one that stays is an error; the next run passes',
    check: unexpectedEnd,
  },
];

/** A repository of a case, before and after it. */
interface Where {
  readonly shop: Shop;
  readonly before: Stock;
  readonly after: Stock;
  readonly next: Stock;
}

function placesOf({ scene, before, after, nextAfter }: Outcome): readonly Where[] {
  const none: Stock = { tags: {}, digests: [] };
  return scene.shops.map((shop, at) => ({
    shop,
    before: before[at] ?? none,
    after: after[at] ?? none,
    next: nextAfter[at] ?? none,
  }));
}

function eachShop(outcome: Outcome, check: (where: Where) => readonly string[]): string[] {
  return placesOf(outcome).flatMap((where) => check(where).map((what) => `${titleOf(where.shop)}: ${what}`));
}

/** Whether a run may tag the image there. */
const isForTags = ({ scene }: Outcome, { part }: Shop) => part !== 'source' && scene.handsOver !== true;

/** Why a tag must not point to its image: first by the facts, and then by what the run itself says about that image. */
function untold(outcome: Outcome, { shop, before, after }: Where, tag: string): string[] {
  const [was, now] = [before.tags[tag], after.tags[tag]];
  if (now === was) return [];
  if (now === undefined) return [`${tag} is gone`];
  if (!isForTags(outcome, shop)) return [`${tag} points to ${now}, and is not to be set there`];
  if (isBad(outcome)) return [`${tag} points to ${now}, which has a critical finding`];
  const { digest = '', verdict = '' } = outcome.main.outputs;
  if (!hasSpoken(outcome) || digest === '') return [];
  return [
    ...(verdict === 'passed' ? [] : [`${tag} points to ${now} with the verdict "${verdict}"`]),
    ...(digest === now ? [] : [`${tag} points to ${now}, and the output digest is ${digest}`]),
  ];
}

/** Tags that nobody asked for, and others' tags that were touched; candidates have their own law. */
function strayTags({ before, after }: Where): string[] {
  const names = [...new Set([...Object.keys(before.tags), ...Object.keys(after.tags)])];
  return names
    .filter((tag) => ![fixedTag, movingTag].includes(tag) && !isCandidate(tag))
    .filter((tag) => before.tags[tag] !== after.tags[tag])
    .map(
      (tag) =>
        `${tag} pointed to ${before.tags[tag] ?? 'nothing'}, and now to ${after.tags[tag] ?? 'nothing'}`,
    );
}

/** Candidates of this run that are left after it, except one that it hands over. */
function leftCandidates({ fault, scene, post, main }: Outcome, { shop, before, after }: Where): string[] {
  const handsOver = scene.handsOver === true && shop.part === 'target' && main.exitCode === 0;
  const left = Object.keys(after.tags)
    .filter(isCandidate)
    .filter((tag) => !(tag in before.tags));
  const isHandedOver = (tag: string) => handsOver && after.tags[tag] === main.outputs['digest'];
  return [
    ...left
      .filter((tag) => !isHandedOver(tag))
      // What nobody can remove now is reported, and left to the next day's run.
      .filter((tag) => fault.holdsInPost !== true || !post.warnings.join().includes(tag))
      .map((tag) => `the registry has the tag ${tag}`),
    ...(handsOver && left.filter(isHandedOver).length !== 1
      ? ['the image that is handed over has no tag']
      : []),
  ];
}

function untrueOutputs(outcome: Outcome): string[] {
  const { main } = outcome;
  const { digest = '', verdict = '', image = '', uri = '' } = main.outputs;
  if (outcome.scene.onlyPlans === true) return [];
  const told = linesOf(main.outputs['tag-names']);
  const [target] = placesOf(outcome);
  const tags = target?.after.tags ?? {};
  const moved = [fixedTag, movingTag].some((tag) => tags[tag] !== target?.before.tags[tag]);
  return [
    ...untrueTags(outcome, told, tags, 'tag-names'),
    ...placesOf(outcome)
      .filter(({ shop }) => shop.part === 'destination')
      .flatMap((where) => untrueDestination(outcome, where)),
    ...(hasSpoken(outcome) && moved && digest === '' && outcome.fault.place !== 'output-full'
      ? ['tags were set, and the output digest is empty']
      : []),
    ...(told.length > 0 && target?.after.digests.includes(digest) !== true
      ? [`the output digest ${digest} is not in the registry`]
      : []),
    ...(image === '' || image === `${uri}@${digest}` ? [] : [`the output image is ${image}`]),
    ...(verdict === 'passed' && isBad(outcome)
      ? ['the verdict of an image with a critical finding is passed']
      : []),
  ];
}

const linesOf = (text = '') => text.split('\n').filter((line) => line !== '');

/** Tags that were reported but do not point to the image, and the other way round. */
function untrueTags(
  outcome: Outcome,
  told: readonly string[],
  tags: Stock['tags'],
  output: string,
): string[] {
  const digest = digestOf(outcome);
  const held = [fixedTag, movingTag].filter((tag) => tags[tag] === digest && digest !== '');
  return [
    ...told
      .filter((tag) => tags[tag] !== digest)
      .map((tag) => `${output} has ${tag}, which points to ${tags[tag] ?? 'nothing'}`),
    ...(hasSpoken(outcome)
      ? held
          .filter((tag) => !told.includes(tag))
          .map((tag) => `${tag} points to the image, and ${output} lacks it`)
      : []),
  ];
}

const digestOf = ({ main }: Outcome) => main.outputs['digest'] || main.outputs['candidate-digest'] || '';

/** Compares what the output destinations says about a repository with what it contains. */
function untrueDestination(outcome: Outcome, { shop, after }: Where): string[] {
  const text = outcome.main.outputs['destinations'] ?? '';
  if (text === '') return [];
  const states = JSON.parse(text) as Record<string, { state: string; tags: string[] }>;
  const account = shop.at?.accountId ?? '123456789012';
  const found = Object.entries(states).find(
    ([uri]) => uri.startsWith(account) && uri.endsWith(`/${shop.name}`),
  );
  if (found === undefined) return [`the output destinations lacks ${titleOf(shop)}`];
  const [uri, { state, tags }] = found;
  const has = after.digests.includes(digestOf(outcome));
  return [
    ...untrueTags(outcome, tags, after.tags, `${uri} of destinations`),
    ...(state !== 'not-reached' && !has ? [`${uri} is ${state}, and does not hold the image`] : []),
    ...(hasSpoken(outcome) && state === 'not-reached' && has
      ? [`${uri} is not-reached, and holds the image`]
      : []),
  ];
}

function disagreements(outcome: Outcome): string[] {
  const { main, result, fault, scene } = outcome;
  if (isMute(outcome)) return ['a signal ended main without an error, a result file and a summary'];
  const failed = main.exitCode !== 0;
  const wrongCount = failed ? main.errors.length !== 1 : main.errors.length > 0;
  const summaryFails = main.summary.startsWith('## ❌');
  return [
    ...(wrongCount ? [`exit code ${String(main.exitCode)} with ${String(main.errors.length)} errors`] : []),
    ...(result === undefined || result['succeeded'] === !failed
      ? []
      : [
          `the result file says succeeded: ${String(result['succeeded'])}, and the exit code is ${String(main.exitCode)}`,
        ]),
    ...(result === undefined && fault.place === undefined && scene.isSilent !== true
      ? ['there is no result file']
      : []),
    ...(main.summary === '' || summaryFails === failed
      ? []
      : [
          `the summary begins with "${quote(main.summary.split('\n')[0] ?? '')}", and the exit code is ${String(main.exitCode)}`,
        ]),
    ...(main.summary === '' && fault.place === undefined && (failed || scene.isSilent !== true)
      ? ['there is no summary']
      : []),
  ];
}

function wrongCause({ main, fault }: Outcome): string[] {
  const text = main.errors.join('\n');
  return [
    ...(fault.cause ?? [])
      .filter((cause) => !cause.test(text))
      .map((cause) => `nothing of ${String(cause)} in: ${quote(text)}`),
    ...(fault.astray?.test(text) === true ? [`leads astray (${String(fault.astray)}): ${quote(text)}`] : []),
  ];
}

function unexpectedEnd(outcome: Outcome): string[] {
  const { fault, main, next, ending } = outcome;
  const passed = main.exitCode === 0;
  const expected = fault.expect === 'either' || ending !== 'itself' || passed === (fault.expect === 'passes');
  return [
    ...(expected ? [] : [passed ? 'main passed' : `main failed: ${quote(main.errors.join(' '))}`]),
    ...(next === undefined || next.exitCode === 0
      ? []
      : [`the next run ended with ${String(next.exitCode)}: ${quote(next.errors.join(' '))}`]),
    ...(next === undefined ? [] : eachShop(outcome, (where) => afterNext(outcome, next, where))),
    ...outcome.undone,
  ];
}

/** What a next run, without any fault, has left undone. */
function afterNext(outcome: Outcome, next: StepResult, { shop, before, after, next: now }: Where): string[] {
  const { tags } = now;
  const handedOver = (tag: string) =>
    outcome.scene.handsOver === true && (tag in after.tags || tags[tag] === next.outputs['digest']);
  return [
    ...(isForTags(outcome, shop) && (tags[fixedTag] === undefined || tags[fixedTag] !== tags[movingTag])
      ? ['after the next run the tags do not point to one image']
      : []),
    ...Object.keys(tags)
      .filter((tag) => isCandidate(tag) && !(tag in before.tags) && !handedOver(tag))
      .map((tag) => `after the next run there is the tag ${tag}`),
  ];
}

/** A law, and what broke it. */
export interface Breach {
  readonly law: Law;
  readonly what: readonly string[];
}

/** `what` is undefined if the law does not apply to the case. */
export function judge(
  outcome: Outcome,
): readonly { readonly law: Law; readonly what: readonly string[] | undefined }[] {
  return laws.map((law) => ({
    law,
    what: law.applies?.(outcome) === false ? undefined : law.check(outcome),
  }));
}
