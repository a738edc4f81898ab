import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A comment of a pull request. */
export interface StoredComment {
  readonly id: string;
  readonly author: string;
  body: string;
}

/** The permissions of a token, and its owner. */
export interface FakeToken {
  readonly login: string;
  /** The permission for pull requests; `read`, which a fork's token has, by default. */
  readonly pullRequests: 'none' | 'read' | 'write';
}

/** As much of GitHub's API as a run uses, at the wire. */
export interface FakeGitHub {
  readonly url: string;
  readonly comments: StoredComment[];
  /** `GET /repos/…`, or the operation of GraphQL. */
  readonly asked: string[];
  readonly tokens: Map<string, FakeToken>;
  /** Answer the next requests instead of the API. */
  readonly disturbances: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

/** As much of a repository as a run reads. Source: GitHub REST API, "Get a repository". */
const repository = {
  name: 'app',
  full_name: 'team/app',
  html_url: 'https://github.com/team/app',
  description: 'an app',
  default_branch: 'main',
  license: null,
};

const refused = { message: 'Resource not accessible by integration', status: '403' };
const forbidden = { type: 'FORBIDDEN', message: refused.message };
const tooLong = { message: 'body is too long (maximum is 65536 characters)' };

/** The request, as far as it matters here. */
interface Question {
  readonly body?: string;
  readonly query?: string;
  readonly variables?: { readonly id: string; readonly text: string; readonly before: string | null };
}

interface Answer {
  readonly status: number;
  readonly value: object;
}

/** Starts an API on loopback, for one pull request. */
export async function startFakeGitHub(): Promise<FakeGitHub> {
  const [comments, asked, tokens] = [[] as StoredComment[], [] as string[], new Map<string, FakeToken>()];
  const disturbances: FakeGitHub['disturbances'] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '', headers } = request;
    const sent = await text(request);
    const question = (sent === '' ? {} : JSON.parse(sent)) as Question;
    asked.push(`${method} ${/^\w+/.exec(question.query ?? '')?.[0] ?? path}`);
    const disturb = disturbances.shift();
    if (disturb !== undefined) {
      disturb(response);
      return;
    }
    const token = tokens.get((headers.authorization ?? '').replace(/^token /, ''));
    const { status, value } =
      token === undefined
        ? { status: 401, value: { message: 'Bad credentials' } }
        : answerTo(`${method} ${path}`, question, token, comments);
    const type = 'application/json; charset=utf-8';
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value));
  };

  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    comments,
    asked,
    tokens,
    disturbances,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(
  path: string,
  { body = '', query = '', variables }: Question,
  token: FakeToken,
  comments: StoredComment[],
): Answer {
  if (path === 'POST /graphql' && variables !== undefined)
    return {
      status: 200,
      value: query.startsWith('mutation')
        ? update(token, comments, variables)
        : pageOf(token, comments, variables.before),
    };
  if (path === 'GET /repos/team/app') return { status: 200, value: repository };
  if (path !== 'POST /repos/team/app/issues/7/comments')
    return { status: 404, value: { message: 'Not Found' } };
  if (token.pullRequests !== 'write') return { status: 403, value: refused };
  if (body.length > 65_536)
    return { status: 422, value: { message: 'Validation Failed', errors: [tooLong] } };
  comments.push({ id: `IC_${String(comments.length + 1)}`, author: token.login, body });
  return { status: 201, value: { id: 4_000_000_000 + comments.length } };
}

function update(
  { login, pullRequests }: FakeToken,
  comments: readonly StoredComment[],
  { id, text: body }: { readonly id: string; readonly text: string },
): object {
  const comment = comments.find((one) => one.id === id);
  if (pullRequests !== 'write' || comment?.author !== login)
    return { data: { updateIssueComment: null }, errors: [forbidden] };
  comment.body = body;
  return { data: { updateIssueComment: { clientMutationId: null } } };
}

/** `last: 100, before:` as in GraphQL: the newest page first, each from old to new. */
function pageOf(
  { login, pullRequests }: FakeToken,
  comments: readonly StoredComment[],
  before: string | null,
) {
  if (pullRequests === 'none')
    return {
      data: { repository: { pullRequest: null } },
      errors: [forbidden],
    };
  const end = before === null ? comments.length : Number(before);
  const start = Math.max(0, end - 100);
  const nodes = comments
    .slice(start, end)
    .map(({ id, author, body }) => ({ id, body, viewerDidAuthor: author === login }));
  const pageInfo = { startCursor: String(start), hasPreviousPage: start > 0 };
  return { data: { repository: { pullRequest: { comments: { nodes, pageInfo } } } } };
}
