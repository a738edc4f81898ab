import type { ErrorCode } from '../types/errors.ts';

/** A reason why a build failed other than its Dockerfile, recognised by the messages of docker, buildx and BuildKit. */
export interface BuildCause {
  readonly pattern: RegExp;
  /** What the pattern searches: all output, or only the last words, which give the reason. */
  readonly where: 'output' | 'words';
  readonly code: Extract<ErrorCode, 'build-failed' | 'builder-unfit' | 'builder-unreachable'>;
  readonly next: string;
}
