import type { Ports } from '../ports.ts';
import { isDockerfileElsewhere, isDownloaded, isRemote } from '../types/build-context.ts';
import type { TreeState } from '../types/checkout.ts';
import { ShipError } from '../types/errors.ts';
import { defaultExceptionsFile, type Inputs } from '../types/inputs.ts';
import type { Plan, RunFacts } from '../types/plan.ts';
import type { Source } from '../types/source.ts';
import { clause } from '../types/text.ts';
import { addressCredentials } from './address-credentials.ts';
import { recordOf } from './build-record.ts';
import { quote } from '../inputs/parsed.ts';
import { ownIgnoreFile, requireFiles } from './files.ts';
import { metadataSettings, type MetadataSettings } from './metadata-settings.ts';
import { makePlan, wantedFacts, withRecord } from './plan.ts';
import { secretArguments } from './secret-args.ts';
import { unsetSecrets } from './secret-variables.ts';
import { missingFacts, sourceOf, withApiFacts, type MadeFrom } from './source.ts';
import { strangersIn } from './strangers.ts';

type Tools = Pick<Ports, 'checkout' | 'github' | 'clock' | 'job' | 'search'>;

/**
 * Finds out what is built (from the event, the checkout, and GitHub's API only for what both leave open) and plans
 * the run.
 * @param image what is published, if nothing is built: its labels then give the commit, and no file is looked at
 */
export async function preparePlan(
  inputs: Inputs,
  run: RunFacts,
  tools: Tools,
  image?: MadeFrom,
): Promise<Plan> {
  const variable = (name: string) => tools.job.variable(name);
  const settings = metadataSettings(variable);
  if (image !== undefined) {
    const source = await sourceOfImage(image, inputs, { run, tools, settings });
    return makePlan(inputs, { ...factsOf(run, tools), source, settings });
  }
  await requireFiles(inputs, tools.checkout);
  const { source, tree } = await findSource(inputs, run, tools, settings);
  const planned = makePlan(inputs, { ...factsOf(run, tools), source, settings });
  const ignoreFile = await ownIgnoreFile(inputs.build, tools.checkout);
  const plan = {
    ...planned,
    warnings: [
      ...planned.warnings,
      ...secretArguments(inputs.build, variable),
      ...unsetSecrets(inputs.build, variable),
      ...addressCredentials(inputs.build),
    ],
    ...(ignoreFile !== undefined && { ignoreFile }),
  };
  const { levels } = settings;
  return inputs.push ? withRecord(plan, await recordOf(inputs, { source, tree, levels, variable })) : plan;
}

function sourceOfImage(
  image: MadeFrom,
  inputs: Inputs,
  around: { readonly run: RunFacts; readonly tools: Tools; readonly settings: MetadataSettings },
): Promise<Source> {
  const { isHead, shortLength } = around.settings;
  const known = sourceOf(around.run.event, {
    context: inputs.build.context,
    head: undefined,
    tree: undefined,
    image,
    pullRequestCommit: isHead ? 'head' : inputs.pullRequestCommit,
    shortLength,
  });
  return completed(known, inputs, around.tools);
}

interface Found {
  readonly source: Source;
  /** How the build context differs from the commit; undefined if nobody needs to know. */
  readonly tree: TreeState | undefined;
}

async function findSource(
  inputs: Inputs,
  run: RunFacts,
  tools: Tools,
  { shortLength, isHead }: MetadataSettings,
): Promise<Found> {
  const { checkout } = tools;
  const { context, file } = inputs.build;
  const pullRequestCommit = isHead ? 'head' : inputs.pullRequestCommit;
  if (isRemote(context)) {
    // buildx looks for a folder before it looks for an address, so a checkout could replace the address.
    if (await checkout.exists(context)) throw shadowed(context);
    const tree = remoteTree(inputs.build);
    const known = sourceOf(run.event, { context, head: undefined, tree, pullRequestCommit, shortLength });
    return { source: await completed(known, inputs, tools), tree };
  }
  const head = await checkout.head(context);
  const strangers = strangersIn(run.event);
  if (head.kind === 'unreadable' && strangers !== undefined) throw unreadable(head.why, strangers);
  const sha = head.kind === 'commit' ? head.sha : undefined;
  const reports = [inputs.resultFile, inputs.evidenceFile, inputs.sarifFile, inputs.envFile].filter(
    (path) => path !== undefined,
  );
  const isAsked = inputs.push || strangers !== undefined;
  const tree = isAsked
    ? await treeOf(inputs.build, () => checkout.treeState(sha, context, file, reports))
    : undefined;
  const known = sourceOf(run.event, {
    context,
    head,
    tree: strangers === undefined ? undefined : await strangersTree(sha, tree, inputs, tools),
    pullRequestCommit,
    shortLength,
  });
  const committedAt =
    known.committedAt ??
    (sha === undefined || known.commit === undefined ? undefined : await checkout.committedAt(known.commit));
  return { source: await completed({ ...known, committedAt }, inputs, tools), tree };
}

/** A downloaded Dockerfile may differ in the next run, whatever is checked out. */
async function treeOf({ file }: Inputs['build'], ofCheckout: () => Promise<TreeState>): Promise<TreeState> {
  if (file === undefined || !isDownloaded(file)) return ofCheckout();
  return { kind: 'unknown', why: `the Dockerfile, ${quote(file)}, does not lie in the checkout` };
}

/** git takes a commit's files from the commit; a Dockerfile from somewhere else belongs to no commit. */
function remoteTree(build: Inputs['build']): TreeState {
  return isDockerfileElsewhere(build)
    ? {
        kind: 'unknown',
        why: `the Dockerfile, ${quote(build.file ?? '')}, does not lie in the repository of the build context`,
      }
    : { kind: 'clean' };
}

/** Adds to the source what only GitHub's API knows, if a rule or a label uses it. */
async function completed(known: Source, inputs: Inputs, { github }: Tools): Promise<Source> {
  const missing = missingFacts(known, wantedFacts(inputs));
  const [repository, committedAt] = await Promise.all([
    missing.repository || missing.defaultBranch ? github.repository() : undefined,
    missing.commitDate && known.commit !== undefined ? github.committedAt(known.commit) : undefined,
  ]);
  return withApiFacts(known, { repository, committedAt });
}

/** If strangers may have written the files, the exceptions must be those of the commit too. */
async function strangersTree(
  sha: string | undefined,
  tree: TreeState | undefined,
  { exceptionsFile }: Inputs,
  { checkout }: Tools,
): Promise<TreeState | undefined> {
  if (sha === undefined || tree?.kind !== 'clean') return tree;
  return checkout.treeState(sha, folderOf(exceptionsFile ?? defaultExceptionsFile), undefined);
}

function shadowed(context: string): ShipError {
  return new ShipError({
    code: 'invalid-input',
    what: `Input context is ${quote(context)}; allowed: an address that is not a folder of the workspace too, for that would be built in its place.`,
    next: 'Remove that folder from the checkout, or give the folder as ./<path>.',
  });
}

/** A checkout that strangers may have written and that cannot be read is not built from. */
function unreadable(why: string, strangers: string): ShipError {
  return new ShipError({
    code: 'checkout-unreadable',
    what: `The repository at the root of the workspace cannot be read, so that it cannot be told whose code is built, and ${strangers}: ${clause(why)}.`,
    next: 'Check out with actions/checkout at the root of the workspace, as the user that runs this step.',
  });
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash + 1);
}

function factsOf(run: RunFacts, { clock, job, search }: Tools) {
  return { run, now: clock.now(), shortId: job.shortId(), search };
}
