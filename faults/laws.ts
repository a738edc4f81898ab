import type { Outcome } from './run-case.ts';
import { fixedTag, movingTag } from './names.ts';

/** A law of a run, as docs/faults.md lists them: `check` gives what breaks it, in words. */
export interface Law {
  readonly id: string;
  readonly title: string;
  /** Where it says something at all; everywhere by default. */
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
const isBad = ({ fault }: Outcome) => fault.image === 'bad';
/** Whether main came to its own end, also after a signal that asks it to, and so had the occasion to say everything. */
const hasSpoken = ({ ending }: Outcome) => ending === 'itself';
/** A signal ended main that it could have listened to. */
const isMute = ({ ending, main }: Outcome) => ending === 'itself' && main.exitCode < 0;

export const laws: readonly Law[] = [
  {
    id: '1',
    title: 'a moving tag never points to an image that did not pass',
    check: (outcome) => untold(outcome, movingTag, outcome.before),
  },
  {
    id: '2',
    title: 'a fixed tag is only ever taken by an image that passed',
    check: (outcome) => untold(outcome, fixedTag, undefined),
  },
  {
    id: '3',
    title: 'nothing is left: no candidate, no credential, no folder, no process',
    check: ({ fault, tags, localImages, folders, processes, post }) => [
      ...Object.keys(tags)
        .filter(isCandidate)
        // What nobody can remove now is told, and left to the next day's run.
        .filter((tag) => fault.holdsInPost !== true || !post.warnings.join().includes(tag))
        .map((tag) => `the registry has the tag ${tag}`),
      ...localImages.map((name) => `the engine has ${name}`),
      ...folders.map((path) => `there is the folder ${path}`),
      ...processes.map((command) => `there is the process ${quote(command)}`),
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
      ...(ending === 'too late' ? [`main did not end within ${String(fault.capS ?? 60)} s`] : []),
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

/** What a tag points to that it must not: the truth first, and then what the run itself says of that image. */
function untold(outcome: Outcome, tag: string, before: string | undefined): string[] {
  const now = outcome.tags[tag];
  if (now === before) return [];
  if (now === undefined) return [`${tag} is gone`];
  if (isBad(outcome)) return [`${tag} points to ${now}, which has a critical finding`];
  const { digest = '', verdict = '' } = outcome.main.outputs;
  if (!hasSpoken(outcome) || digest === '') return [];
  return [
    ...(verdict === 'passed' ? [] : [`${tag} points to ${now} with the verdict "${verdict}"`]),
    ...(digest === now ? [] : [`${tag} points to ${now}, and the output digest is ${digest}`]),
  ];
}

function untrueOutputs(outcome: Outcome): string[] {
  const { main, tags, digests } = outcome;
  const { digest = '', verdict = '', image = '', uri = '' } = main.outputs;
  const told = (main.outputs['tag-names'] ?? '').split('\n').filter((tag) => tag !== '');
  const held = Object.keys(tags).filter((tag) => !isCandidate(tag) && tags[tag] === digest && digest !== '');
  const moved = tags[fixedTag] !== undefined || tags[movingTag] !== outcome.before;
  return [
    ...told
      .filter((tag) => tags[tag] !== digest)
      .map((tag) => `tag-names has ${tag}, which points to ${tags[tag] ?? 'nothing'}`),
    ...(hasSpoken(outcome)
      ? held
          .filter((tag) => !told.includes(tag))
          .map((tag) => `${tag} points to the image, and tag-names lacks it`)
      : []),
    ...(hasSpoken(outcome) && moved && digest === '' && outcome.fault.place !== 'output-full'
      ? ['tags were set, and the output digest is empty']
      : []),
    ...(told.length > 0 && !digests.includes(digest)
      ? [`the output digest ${digest} is not in the registry`]
      : []),
    ...(image === '' || image === `${uri}@${digest}` ? [] : [`the output image is ${image}`]),
    ...(verdict === 'passed' && isBad(outcome)
      ? ['the verdict of an image with a critical finding is passed']
      : []),
  ];
}

function disagreements(outcome: Outcome): string[] {
  const { main, result, fault } = outcome;
  if (isMute(outcome)) return ['a signal ended main without an error, a result file and a summary'];
  const failed = main.exitCode !== 0;
  const wrongCount = failed ? main.errors.length !== 1 : main.errors.length > 0;
  const summaryFails = /not shipped|did not pass|but the run failed|but not /.test(
    main.summary.split('\n').slice(0, 3).join(' '),
  );
  return [
    ...(wrongCount ? [`exit code ${String(main.exitCode)} with ${String(main.errors.length)} errors`] : []),
    ...(result === undefined || result['succeeded'] === !failed
      ? []
      : [
          `the result file says succeeded: ${String(result['succeeded'])}, and the exit code is ${String(main.exitCode)}`,
        ]),
    ...(result === undefined && fault.place === undefined ? ['there is no result file'] : []),
    ...(main.summary === '' || summaryFails === failed
      ? []
      : [
          `the summary begins with "${quote(main.summary.split('\n')[0] ?? '')}", and the exit code is ${String(main.exitCode)}`,
        ]),
    ...(main.summary === '' && fault.place === undefined ? ['there is no summary'] : []),
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
  const { fault, main, next, nextTags, ending } = outcome;
  const passed = main.exitCode === 0;
  const expected = fault.expect === 'either' || ending !== 'itself' || passed === (fault.expect === 'passes');
  const nextIsWhole = next?.exitCode === 0 && nextTags[fixedTag] === nextTags[movingTag];
  return [
    ...(expected ? [] : [passed ? 'main passed' : `main failed: ${quote(main.errors.join(' '))}`]),
    ...(next === undefined || nextIsWhole
      ? []
      : [`the next run ended with ${String(next.exitCode)}: ${quote(next.errors.join(' '))}`]),
    ...Object.keys(next === undefined ? {} : nextTags)
      .filter(isCandidate)
      .map((tag) => `after the next run there is the tag ${tag}`),
  ];
}

/** A law and what broke it. */
export interface Breach {
  readonly law: Law;
  readonly what: readonly string[];
}

/** `undefined` where the law says nothing of the case. */
export function judge(
  outcome: Outcome,
): readonly { readonly law: Law; readonly what: readonly string[] | undefined }[] {
  return laws.map((law) => ({
    law,
    what: law.applies?.(outcome) === false ? undefined : law.check(outcome),
  }));
}
