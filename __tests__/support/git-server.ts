import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A Git repository of a test that is not a job's checkout. */
export interface GitRepository {
  /** The folder in which git keeps it. */
  readonly gitDir: string;
  /** Commits these files to a branch, on top of its files; returns the commit. */
  commit(branch: string, files: Readonly<Record<string, string>>): string;
  /** Makes an annotated tag, which is a separate object. */
  tag(name: string, commit: string): void;
  /** Answers git's requests for `/<anything>.git` over HTTP; below `/private` only for those who are allowed. */
  serve(request: IncomingMessage, response: ServerResponse): void;
  remove(): void;
}

/** None of the settings of whoever runs the tests. */
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  ...identity('AUTHOR'),
  ...identity('COMMITTER'),
};

function identity(role: string) {
  return { [`GIT_${role}_NAME`]: 'x', [`GIT_${role}_EMAIL`]: 'x@example.com' };
}

/**
 * Makes a repository without a commit.
 * @param allowed `user:password` of each who may read what is private
 */
export function makeGitRepository(allowed: readonly string[] = []): GitRepository {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-git-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch', 'main');
  return {
    gitDir: join(folder, '.git'),
    commit(branch, files) {
      const isNew = git('for-each-ref', `refs/heads/${branch}`) === '';
      git('checkout', '--quiet', ...(isNew ? ['-B'] : []), branch);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      git('add', '--all');
      git('commit', '--quiet', '--message', 'x');
      return git('rev-parse', 'HEAD');
    },
    tag(name, commit) {
      git('tag', '--annotate', '--message', 'x', name, commit);
    },
    serve(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const [, given = ''] = /^basic (.*)$/i.exec(request.headers.authorization ?? '') ?? [];
      if (pathname.startsWith('/private') && !allowed.includes(atob(given))) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
        return;
      }
      const path = pathname.replace(/^.*?\.git/, '');
      answer(join(folder, '.git'), { path, query: searchParams.toString() }, request, response);
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answers one request with git's own program for this. Source: git-http-backend(1); CGI, RFC 3875. */
function answer(
  folder: string,
  { path, query }: { readonly path: string; readonly query: string },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { headers, method = 'GET' } = request;
  const variables = {
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_PROJECT_ROOT: folder,
    PATH_INFO: path,
    QUERY_STRING: query,
    REQUEST_METHOD: method,
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
  };
  const child = spawn('git', ['http-backend'], {
    env: { ...env, ...variables },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const all = Buffer.concat(chunks);
    const end = all.indexOf('\r\n\r\n');
    const lines = all.subarray(0, Math.max(0, end)).toString().split('\r\n');
    const fields = Object.fromEntries(lines.map((line) => line.split(': '))) as Record<string, string>;
    const { Status = end < 0 ? '500' : '200', ...rest } = fields;
    response.writeHead(Number(Status.slice(0, 3)), end < 0 ? {} : rest).end(all.subarray(end + 4));
  });
}
