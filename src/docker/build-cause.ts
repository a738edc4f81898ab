import type { ErrorCode } from '../types/errors.ts';

/** Why a build failed that no Dockerfile has made fail, by what docker, buildx and BuildKit say of it. */
export interface BuildCause {
  readonly pattern: RegExp;
  /** What is looked at: all that was printed, or the words that say why. */
  readonly where: 'output' | 'words';
  readonly code: Extract<ErrorCode, 'build-failed' | 'builder-unfit' | 'builder-unreachable'>;
  readonly next: string;
}
