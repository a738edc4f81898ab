import type { RepositoryAccess } from '../../types/posture.ts';
import { matchesWildcard } from '../../types/wildcard.ts';

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Condition?: unknown;
}

/**
 * One action stands for each use: whoever has it was let in on purpose. Source: ECR user guide, "Repository policy
 * examples".
 */
const deciding = { push: 'ecr:PutImage', pull: 'ecr:BatchGetImage' } as const;
const uses = ['push', 'pull'] as const;

/**
 * Who may push and pull by a repository's policy. "Everybody" means principals without a name and without a condition: a
 * condition may require an organisation, which is not everybody. What a policy denies to everybody it allows to nobody.
 */
export function accessIn(policyText: string): RepositoryAccess {
  const { Statement: given } = JSON.parse(policyText) as { Statement?: Statement | readonly Statement[] };
  const statements = [given ?? []].flat();
  const open = uses.filter(
    (use) =>
      statements.some((one) => one.Effect === 'Allow' && covers(one, use) && isForAll(one)) &&
      !statements.some((one) => one.Effect === 'Deny' && covers(one, use) && isForAll(one)),
  );
  const whoMay = (use: (typeof uses)[number]) => [
    ...new Set(statements.filter((one) => one.Effect === 'Allow' && covers(one, use)).flatMap(principalsOf)),
  ];
  return { push: whoMay('push'), pull: whoMay('pull'), open };
}

function covers({ Action, NotAction }: Statement, use: (typeof uses)[number]): boolean {
  const action = deciding[use].toLowerCase();
  const meets = (patterns: unknown) =>
    textsIn(patterns).some((pattern) => matchesWildcard(action, pattern.toLowerCase(), { question: true }));
  return NotAction === undefined ? meets(Action) : !meets(NotAction);
}

function isForAll(statement: Statement): boolean {
  const { Condition } = statement;
  const isNarrowed = typeof Condition === 'object' && Condition !== null && Object.keys(Condition).length > 0;
  return !isNarrowed && namesOf(statement).includes('*');
}

function namesOf({ Principal }: Statement): string[] {
  const isGrouped = typeof Principal === 'object' && Principal !== null;
  return isGrouped ? Object.values(Principal).flatMap(textsIn) : textsIn(Principal);
}

/** One string or several, as policies allow; anything else gives none. */
export function textsIn(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
}

function principalsOf(statement: Statement): string[] {
  const isNarrowed = !isForAll(statement) && namesOf(statement).includes('*');
  return namesOf(statement).map((name) =>
    name === '*' ? (isNarrowed ? 'whoever meets the conditions' : 'everybody') : name,
  );
}
