import { search } from '../../../src/adapters/machine/search.ts';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { sourceOf, type SourceFacts } from '../../../src/plan/source.ts';
import { recordParts, type BuildRecord } from '../../../src/types/build-record.ts';
import { parseDigest, type Digest } from '../../../src/types/digest.ts';
import type { VerifiedImage, Repository, StoredManifest } from '../../../src/types/image.ts';
import { inputDefaults } from '../../../src/inputs/table.ts';
import type { Inputs, RawInputs } from '../../../src/types/inputs.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Exception } from '../../../src/types/exceptions.ts';
import {
  parseAccountId,
  parsePlatform,
  parseRegion,
  parseRepositoryName,
  parseTag,
  type AccountId,
  type Platform,
  type Region,
  type RepositoryName,
  type Tag,
} from '../../../src/types/names.ts';
import type { Builder, Plan, RunFacts } from '../../../src/types/plan.ts';
import type { Finding, Severity } from '../../../src/types/scan.ts';
import type { Source } from '../../../src/types/source.ts';

/** Branded values for tests; a text that its parser refuses is a mistake in the test. */
function made<T>(parse: (text: string) => T | undefined, text: string): T {
  const value = parse(text);
  if (value === undefined) throw new Error(`the test's own value is not legal: ${text}`);
  return value;
}

export const tag = (text: string): Tag => made(parseTag, text);
export const platform = (text: string): Platform => made(parsePlatform, text);
export const region = (text: string): Region => made(parseRegion, text);
export const account = (text: string): AccountId => made(parseAccountId, text);
export const repositoryName = (text: string): RepositoryName => made(parseRepositoryName, text);

/** The digest whose last digits are the given number. */
export const digest = (n: number): Digest => made(parseDigest, `sha256:${n.toString(16).padStart(64, '0')}`);

export const commit = '0123456789abcdef0123456789abcdef01234567';

/** What an image was made from: everything as in any other, but for the parts that are given. */
export function buildRecord(
  of = commit,
  more: Partial<BuildRecord['parts']> = {},
  committedAt?: number,
): BuildRecord {
  const parts = recordParts.map((part) => [part, 'ab'.repeat(16)]);
  const all = { ...(Object.fromEntries(parts) as BuildRecord['parts']), commit: of, tree: 'clean', ...more };
  return { parts: all, committedAt };
}

export const run: RunFacts = {
  event: {
    name: 'push',
    ref: 'refs/heads/main',
    sha: commit,
    repository: 'o/r',
    serverUrl: 'https://github.com',
    payload: { repository: { name: 'r', default_branch: 'main', html_url: 'https://github.com/o/r' } },
  },
  runLabel: '4711-1',
  runUrl: 'https://github.com/o/r/actions/runs/4711',
  region: undefined,
  sourceDateEpoch: undefined,
};

/** What the run above is made from: a push to main. */
export const source: Source = sourceOf(run.event, placeAt(undefined));

/** A checkout at that commit with nothing added, or none. */
export function placeAt(sha: string | undefined): SourceFacts {
  const head =
    sha === undefined
      ? ({ kind: 'none', inner: undefined } as const)
      : ({ kind: 'commit', sha, inner: undefined } as const);
  return { context: '.', head, tree: undefined, pullRequestCommit: 'merge' };
}

export const now = Date.UTC(2026, 2, 4, 5, 5, 0);

export function plan(given: Partial<RawInputs> = {}): Plan {
  return makePlan(inputs(given), { run, source, now, shortId: 'k3x9', search });
}

export const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

export const repository: Repository = {
  name: repositoryName('team/app'),
  region: made(parseRegion, 'eu-west-1'),
  uri: `${host}/team/app`,
  type: 'private',
  arn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app',
  registryId: account('123456789012'),
  mutability: { default: 'mutable', exceptFilters: [] },
};

export const buildx: Builder = {
  tool: 'buildx',
  push: 'by-digest',
  multiPlatform: true,
  provenanceFlag: true,
  attestations: true,
  cacheExport: true,
  checks: true,
  annotations: true,
  gitQuery: true,
  graphDriver: false,
  machine: undefined,
  nativePlatform: undefined,
  description: 'buildx 0.30.1, driver docker-container',
  notice: undefined,
};

export const buildxByTag: Builder = {
  ...buildx,
  push: 'by-tag',
  multiPlatform: false,
  annotations: false,
  graphDriver: true,
  machine: undefined,
  nativePlatform: platform('linux/amd64'),
  description: 'buildx 0.30.1, driver docker on Docker 28.2.2, overlay2 image store',
};

export const classic: Builder = {
  tool: 'docker-build',
  push: 'by-tag',
  multiPlatform: false,
  provenanceFlag: false,
  attestations: false,
  cacheExport: false,
  checks: false,
  annotations: false,
  gitQuery: false,
  graphDriver: true,
  machine: undefined,
  nativePlatform: platform('linux/amd64'),
  description: 'docker build on Docker 28.2.2 (no buildx)',
  notice: 'docker buildx is not installed',
};

/** All inputs empty but these, as the runner gives them. */
export function rawInputs(given: Partial<RawInputs> = {}): RawInputs {
  const empty = Object.fromEntries(Object.keys(inputDefaults).map((name) => [name, ''])) as RawInputs;
  return { ...empty, repository: 'team/app', 'aws-region': 'eu-west-1', ...given };
}

export function inputs(given: Partial<RawInputs> = {}): Inputs {
  const parsed = parseInputs(rawInputs(given), undefined);
  if (parsed.mode === 'login') throw new Error('a login has no image');
  return parsed;
}

export function storedManifest(of: Digest, content: object): StoredManifest {
  return {
    digest: of,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    body: JSON.stringify(content),
  };
}

const gzip = 'application/vnd.oci.image.layer.v1.tar+gzip';

export const image: VerifiedImage = {
  digest: digest(1),
  manifest: storedManifest(digest(1), { schemaVersion: 2 }),
  attestations: [],
  kind: 'manifest',
  size: 12_345_678,
  platforms: [
    {
      platform: platform('linux/amd64'),
      digest: digest(1),
      size: 12_345_678,
      contents: {
        config: digest(31),
        layers: [
          { digest: digest(32), mediaType: gzip, size: 3_000_000, instruction: 'ADD alpine.tar /' },
          {
            digest: digest(33),
            mediaType: gzip,
            size: 9_345_000,
            instruction: 'RUN apk add <b>`curl`</b> | cat',
          },
          { digest: digest(34), mediaType: gzip, size: 678, instruction: undefined },
        ],
      },
    },
  ],
  tags: [],
  pushedAt: Date.UTC(2026, 2, 4, 5, 6, 7),
};

export function finding(severity: Severity, id = 'CVE-2026-0001', more: Partial<Finding> = {}): Finding {
  return { id, severity, ...more };
}

/** An exception that holds through its day, the end of 2026 if none is given. */
export function exception(id: string, more: Partial<Exception> = {}): Exception {
  const expires = more.expires ?? '2026-12-31';
  return {
    id,
    package: undefined,
    reason: 'not reachable from outside',
    expires,
    endsAt: Date.parse(`${expires}T00:00:00Z`) + 24 * 3600_000,
    approvedBy: undefined,
    line: 2,
    ...more,
  };
}

/** The ShipError that the call throws; anything else fails the test. */
export function shipErrorOf(call: () => unknown): ShipError {
  try {
    call();
  } catch (error) {
    if (error instanceof ShipError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
