import type { GitHubApi, History } from '../ports.ts';
import type { Holder } from '../types/decision.ts';
import type { PlannedTag } from '../types/plan.ts';
import { compareVersions, parseVersion, type Version } from '../types/version.ts';

/** The commit of an image, and its time. */
export interface Made {
  readonly commit: string | undefined;
  /** When the commit was made, in milliseconds since 1970. */
  readonly at: number | undefined;
}

/** How the commit to which a moving tag would move relates to the one where it is now. */
export interface Age {
  /** `unknown`: nothing tells. The tag then moves, because otherwise it never would again. */
  readonly kind: 'newer' | 'same' | 'older' | 'unknown';
  /** How this is known: a clause about the image that has the tag. */
  readonly why: string;
  /** Whether it is known from something weaker than the history. */
  readonly isResort: boolean;
}

type Relation = 'same' | 'descends' | 'precedes' | 'diverged' | 'unknown';

/**
 * Whether a moving tag may move from the image that has it. The history decides: the new commit must descend from the
 * old one. If they are on two lines, the versions decide, provided that the tag has one and the other image gives its
 * own; without versions, a tag of the ref itself, which people rewrite, goes by the time of the commits, and any
 * other stays. If no history can be read, the time decides.
 */
export async function ageOf(
  planned: PlannedTag,
  mine: Made,
  holder: Holder,
  tools: { readonly history: History; readonly github: GitHubApi },
): Promise<Age> {
  const theirs = madeBy(holder);
  if (theirs.commit === undefined)
    return { kind: 'unknown', why: 'it does not say from which commit it was made', isResort: true };
  if (mine.commit === undefined)
    return {
      kind: 'older',
      why: `it was made from ${short(theirs)}, and which commit this run builds is not certain`,
      isResort: true,
    };
  const relation = await relationOf(mine.commit, theirs.commit, tools);
  switch (relation) {
    case 'same':
      return { kind: 'same', why: `it was made from this commit, ${short(theirs)}`, isResort: false };
    case 'descends':
      return {
        kind: 'newer',
        why: `it was made from ${short(theirs)}, from which this commit descends`,
        isResort: false,
      };
    case 'precedes':
      return { kind: 'older', why: `it was made from a newer commit, ${short(theirs)}`, isResort: false };
    case 'diverged':
      return ofDivergedCommits(planned, mine, { ...theirs, version: holder.version });
    case 'unknown':
      return byTime(mine, theirs, 'the history between the two commits cannot be read');
  }
}

/**
 * An image's commit and its time, from its labels. Anything but a full commit is ignored, because it cannot be looked up.
 */
export function madeBy({ record, revision }: Holder): Made {
  const label = record?.parts.commit ?? (revision.kind === 'known' ? revision.commit : '');
  const isCommit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(label);
  return { commit: isCommit ? label : undefined, at: record?.committedAt };
}

async function relationOf(
  mine: string,
  theirs: string,
  { history, github }: { readonly history: History; readonly github: GitHubApi },
): Promise<Relation> {
  if (mine === theirs) return 'same';
  const [down, up] = await Promise.all([history.descends(mine, theirs), history.descends(theirs, mine)]);
  if (down === 'yes') return 'descends';
  if (up === 'yes') return 'precedes';
  if (down === 'no' && up === 'no') return 'diverged';
  return (await github.compare(theirs, mine)) ?? 'unknown';
}

function ofDivergedCommits(
  planned: PlannedTag,
  mine: Made,
  theirs: Made & { readonly version: string | undefined },
): Age {
  const order = versionOrder(planned.version, theirs.version);
  if (order !== undefined && order !== 0) {
    const what = `it has the version ${theirs.version ?? ''}, on another line of commits`;
    return { kind: order > 0 ? 'newer' : 'older', why: what, isResort: true };
  }
  const lines = 'neither of the two commits descends from the other';
  if (planned.isOfRef === true) return byTime(mine, theirs, lines);
  return { kind: 'older', why: `it was made from ${short(theirs)}, and ${lines}`, isResort: false };
}

function versionOrder(mine: Version | undefined, label: string | undefined): number | undefined {
  const theirs = mine === undefined || label === undefined ? undefined : parseVersion(mine.scheme, label);
  return mine === undefined || theirs === undefined ? undefined : compareVersions(mine, theirs);
}

function byTime(mine: Made, theirs: Made, because: string): Age {
  if (mine.at === undefined || theirs.at === undefined)
    return { kind: 'unknown', why: `it was made from ${short(theirs)}, and ${because}`, isResort: true };
  const when = new Date(theirs.at).toISOString().replace(/\.\d+Z$/, 'Z');
  const isOlder = mine.at < theirs.at;
  return {
    kind: isOlder ? 'older' : 'newer',
    why: `it was made from ${short(theirs)} of ${when}, which is ${isOlder ? 'later' : 'not later'}; ${because}`,
    isResort: true,
  };
}

function short({ commit }: Made): string {
  return commit?.slice(0, 12) ?? 'an unknown commit';
}
