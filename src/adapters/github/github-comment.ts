import type { Comment, CommentOutcome } from '../../ports.ts';
import { clause, messageOf } from '../../types/text.ts';
import type { Octokit } from './github-client.ts';

/** The repository of the pull request. */
interface Where {
  readonly owner: string;
  readonly repo: string;
}

/** How many pages of a hundred comments are searched, newest first. */
const mostPages = 10;

/**
 * Writes a comment on a pull request, or updates the existing one. GitHub itself says whose a comment is
 * (`viewerDidAuthor`): a job's own token cannot learn its name otherwise, because `GET /user` is refused to it.
 * Source: GitHub GraphQL API, IssueComment; REST API, "Create an issue comment".
 */
export async function keepComment(
  octokit: Octokit,
  { owner, repo }: Where,
  { pullRequest, marker, text }: Comment,
): Promise<'created' | 'updated' | 'unchanged'> {
  const there = await findOwn(octokit, { owner, repo, number: pullRequest }, marker);
  if (there === undefined) {
    // Never retried: if only the answer was lost, there would be a second comment.
    await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body: text });
    return 'created';
  }
  if (there.body.replaceAll('\r\n', '\n').trimEnd() === text.trimEnd()) return 'unchanged';
  await octokit.graphql(
    'mutation($id: ID!, $text: String!) { updateIssueComment(input: { id: $id, body: $text }) { clientMutationId } }',
    { id: there.id, text },
  );
  return 'updated';
}

interface CommentNode {
  readonly id: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
}

interface Page {
  readonly repository?: {
    readonly pullRequest?: {
      readonly comments: {
        readonly nodes: readonly CommentNode[];
        readonly pageInfo: { readonly startCursor: string | null; readonly hasPreviousPage: boolean };
      };
    };
  };
}

const pageOfComments = `query($owner: String!, $repo: String!, $number: Int!, $before: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    comments(last: 100, before: $before) {
      nodes { id body viewerDidAuthor }
      pageInfo { startCursor hasPreviousPage }
    }
  } }
}`;

/**
 * The newest comment of the token's owner that begins with the marker; one that quotes it further down does not count.
 */
async function findOwn(
  octokit: Octokit,
  pullRequest: Where & { readonly number: number },
  marker: string,
): Promise<CommentNode | undefined> {
  let before: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: Page = await octokit.graphql<Page>(pageOfComments, { ...pullRequest, before });
    const comments = page.repository?.pullRequest?.comments;
    if (comments === undefined) throw new Error('the answer does not have the pull request');
    const own = comments.nodes.findLast(
      ({ body, viewerDidAuthor }) => viewerDidAuthor && body.trimStart().startsWith(marker),
    );
    if (own !== undefined || !comments.pageInfo.hasPreviousPage) return own;
    before = comments.pageInfo.startCursor;
  }
  return undefined;
}

/** Why there is no comment. GraphQL reports in a member of a successful answer what REST reports by status. */
export function commentFailure(error: unknown): CommentOutcome {
  const { status, errors } = error as {
    readonly status?: number;
    readonly errors?: readonly { readonly type?: string }[];
  };
  const why = clause(messageOf(error));
  const types = Array.isArray(errors) ? errors.map(({ type }: { readonly type?: string }) => type) : [];
  const isRefused =
    status === 401 ||
    status === 403 ||
    types.some((type) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES');
  return { kind: isRefused && !/rate limit/i.test(why) ? 'forbidden' : 'failed', why };
}
