import type { Moment } from './case.ts';
import { fixedTag, movingTag } from './names.ts';

/** Long enough for the attack to happen while the request waits. */
const holdMs = 2_500;

const request = (operation: string, more: { path?: string; from?: string; after?: number } = {}): Moment => ({
  kind: 'request',
  fault: { operation, ...more },
  holdMs,
});

/** A moment at which a request is done, but the run does not know yet. */
const done = (operation: string, more: { path?: string; from?: string } = {}): Moment => ({
  kind: 'request',
  fault: { operation, ...more, lateMs: holdMs },
  holdMs: 0,
});

/** The moments of a run, phase by phase. */
export const moments = {
  'at the start': { kind: 'after', ms: 20 },
  'while it plans': { kind: 'docker', command: 'info', holdMs: 1_500 },
  'at the login': request('GetAuthorizationToken'),
  'when it asks which tags are taken': request('BatchGetImage'),
  'before the build does anything': { kind: 'docker', command: 'build', holdMs: 1_500 },
  'in the build': { kind: 'build' },
  'before the push does anything': { kind: 'docker', command: 'push', holdMs: 1_500 },
  'while a layer is pushed': request('PUT upload', { from: 'docker' }),
  'while the candidate is pushed': request('PUT manifest', { from: 'docker' }),
  'when the candidate is pushed': done('PUT manifest', { from: 'docker' }),
  'while it verifies': request('DescribeImages'),
  'while it scans': request('DescribeImageScanFindings'),
  'before the fixed tag is set': request('PUT manifest', { path: `/manifests/${fixedTag}` }),
  'when the fixed tag is set': done('PUT manifest', { path: `/manifests/${fixedTag}` }),
  'before the moving tag is set': request('PUT manifest', { path: `/manifests/${movingTag}` }),
  'when the moving tag is set': done('PUT manifest', { path: `/manifests/${movingTag}` }),
  'before the candidate is removed': request('BatchDeleteImage'),
  'when the candidate is removed': done('BatchDeleteImage'),
  'while the engine forgets the candidate': { kind: 'docker', command: 'image rm', holdMs: 1_500 },
} as const satisfies Readonly<Record<string, Moment>>;

export type MomentName = keyof typeof moments;
