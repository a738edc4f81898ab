import type { HttpClient } from '@actions/http-client';
import type { Repository } from '../../types/image.ts';
import type { HttpAnswer } from '../http/http-answer.ts';

/** Asks something of a repository's registry, with a login. */
export type Ask = <Answer extends HttpAnswer>(
  repository: Repository,
  question: Question<Answer>,
) => Promise<Answer>;

/** One question about a repository, and how to send it. */
export interface Question<Answer extends HttpAnswer = HttpAnswer> {
  readonly path: string;
  /** How messages call what is asked for. */
  readonly what: string;
  readonly send: (line: Line) => Promise<Answer>;
  /** Where it takes longer than a question usually does. */
  readonly patience?: Patience;
}

/** What a question is sent with. */
export interface Line {
  readonly url: URL;
  readonly authorization: string;
  readonly ms: number;
  readonly signal: AbortSignal;
  readonly client: HttpClient;
}

/** How long one answer may take, its body included, and a question with all its tries; in milliseconds. */
export interface Patience {
  readonly answerMs: number;
  readonly totalMs: number;
}
