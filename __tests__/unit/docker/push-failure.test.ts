import { describe, expect, test } from '@jest/globals';
import { lastWords } from '../../../src/docker/printed.ts';
import { classifyPushFailure, failedPulling, failedPushing } from '../../../src/docker/push-failure.ts';
import { host } from '../support/values.ts';

const toRegistry = `https://${host}/v2/team/app`;
const pushing = `failed to build: failed to solve: failed to push ${host}/team/app`;
const closed = 'use of closed network connection';

/** What docker, BuildKit and containerd print when a push fails, and what it is. Sources: docs/contributing/facts.md. */
const rows: readonly (readonly [kind: string, words: string])[] = [
  ['passing', 'EOF'],
  ['passing', 'unexpected EOF'],
  ['passing', `${pushing}: failed to do request: Post "${toRegistry}/blobs/uploads/": EOF`],
  ['passing', `failed to do request: Put "${toRegistry}/blobs/uploads/1": write tcp 10.0.0.1: ${closed}`],
  ['passing', 'write tcp 10.0.0.2:1234->10.0.0.1:443: write: broken pipe'],
  ['passing', 'read tcp 10.0.0.2:1234->10.0.0.1:443: read: connection reset by peer'],
  ['passing', `Head "${toRegistry}/blobs/sha256:0": dial tcp 10.0.0.1:443: i/o timeout`],
  ['passing', `Post "${toRegistry}/blobs/uploads/": net/http: TLS handshake timeout`],
  [
    'passing',
    `Get "https://${host}/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
  ],
  ['passing', `Put "${toRegistry}/manifests/x": context deadline exceeded`],
  ['passing', `Put "${toRegistry}/manifests/x": http2: client connection lost`],
  [
    'passing',
    `Put "${toRegistry}/blobs/uploads/1": http2: server sent GOAWAY and closed the connection; LastStreamID=1`,
  ],
  ['passing', `Get "https://${host}/v2/": dial tcp: lookup ${host}: no such host`],
  ['passing', `Get "https://${host}/v2/": dial tcp: lookup ${host} on 10.0.0.2:53: server misbehaving`],
  ['passing', 'toomanyrequests: Rate exceeded'],
  [
    'passing',
    `${pushing}: unexpected status from PUT request to ${toRegistry}/manifests/x: 429 Too Many Requests`,
  ],
  [
    'passing',
    `${pushing}: unexpected status from POST request to ${toRegistry}/blobs/uploads/: 500 Internal Server Error`,
  ],
  [
    'passing',
    `${pushing}: unexpected status from PUT request to ${toRegistry}/blobs/uploads/1: 503 Service Unavailable`,
  ],
  ['passing', 'received unexpected HTTP status: 502 Bad Gateway'],
  ['passing', 'received unexpected HTTP status: 500 Internal Server Error'],
  ['passing', 'error parsing HTTP 504 response body: invalid character: "Gateway Timeout"'],
  ['passing', 'blob upload unknown: blob upload unknown to registry'],
  ['passing', 'blob upload invalid: First byte of the layer part is 0 instead of 11304960'],
  ['passing', 'unknown blob'],
  [
    'passing',
    `${pushing}: unexpected status from PUT request to ${toRegistry}/blobs/uploads/1: 416 Requested Range Not Satisfiable`,
  ],
  ['passing', 'manifest blob unknown: blob unknown to registry'],
  ['login-expired', 'denied: Your authorization token has expired. Reauthenticate and try again.'],
  [
    'login-expired',
    "denied: Your Authorization Token has expired. Please run 'aws ecr get-login' to fetch a new one.",
  ],
  [
    'login-expired',
    `${pushing}: unexpected status from PUT request to ${toRegistry}/manifests/x: 403 Forbidden: denied: Your authorization token has expired. Reauthenticate and try again.`,
  ],
  ['login-expired', 'no basic auth credentials'],
  ['login-expired', 'unauthorized: authentication required'],
  [
    'login-expired',
    `${pushing}: unexpected status from POST request to ${toRegistry}/blobs/uploads/: 401 Unauthorized`,
  ],
  ['login-expired', `${pushing}: failed to authorize: no basic auth credentials`],
  [
    'credentials-expired',
    'error getting credentials - err: exit status 1, out: `ExpiredTokenException: The security token included in the request is expired`',
  ],
  [
    'denied',
    'denied: User: arn:aws:sts::123456789012:assumed-role/ci/job is not authorized to perform: ecr:InitiateLayerUpload on resource: x because no identity-based policy allows it',
  ],
  ['denied', 'denied: requested access to the resource is denied'],
  ['refused', `${pushing}: unexpected status from PUT request to ${toRegistry}/manifests/x: 403 Forbidden`],
  [
    'refused',
    `${pushing}: unexpected status from HEAD request to ${toRegistry}/blobs/sha256:0: 403 Forbidden`,
  ],
  [
    'no-repository',
    "name unknown: The repository with name 'team/app' does not exist in the registry with id '123456789012'",
  ],
  ['no-repository', `${pushing}: name unknown: repository name not known to registry`],
  [
    'immutable-tag',
    "tag invalid: The image tag 'x' already exists in the 'team/app' repository and cannot be overwritten because the tag is immutable.",
  ],
  [
    'immutable-tag',
    "tag invalid: The image tag 'x' already exists in the 'team/app' repository and cannot be overwritten because the repository is immutable.",
  ],
  ['other', 'manifest invalid: Invalid JSON syntax'],
  ['other', 'An image does not exist locally with the tag: x'],
  ['other', 'no space left on device'],
  ['other', 'it said nothing'],
];

test.each(rows)('%s: %s', (kind, words) => {
  expect(classifyPushFailure(words).kind).toBe(kind);
});

test('a digest or a name that holds a number is no status', () => {
  for (const number of ['401', '403', '429', '500', '503'])
    for (const words of [
      `layer sha256:${number}aa cannot be read`,
      `An image does not exist locally with the tag: app${number}`,
    ])
      expect(classifyPushFailure(words)).toEqual({ kind: 'other' });
});

describe('lastWords', () => {
  test.each([
    {
      name: "the registry's words below BuildKit's",
      output: `#9 pushing layers 0.3s done
#9 ERROR: ${pushing}: 403 Forbidden
------
 > exporting to image:
------
ERROR: ${pushing}: unexpected status from PUT request to ${toRegistry}/manifests/x: 429 Too Many Requests
toomanyrequests: Rate exceeded

View build details: docker-desktop://dashboard/build/default/default/abc`,
      words: `${pushing}: unexpected status from PUT request to ${toRegistry}/manifests/x: 429 Too Many Requests: toomanyrequests: Rate exceeded`,
    },
    { name: 'the last line', output: 'a1b2: Pushing\n\nEOF\n', words: 'EOF' },
    { name: 'nothing', output: ' \n', words: 'it said nothing' },
    {
      name: 'no words of a build that fails before',
      output: 'RUN curl x: connection reset by peer\nERROR: failed to solve: exit code: 1',
      words: 'failed to solve: exit code: 1',
    },
  ])('$name', ({ output, words }) => {
    expect(lastWords(output)).toBe(words);
  });
});

describe('a command that builds and pushes', () => {
  test.each([
    { failed: 'pushing', words: `${pushing}: EOF` },
    {
      failed: 'pushing',
      words: `failed to solve: failed to do request: Post "${toRegistry}/blobs/uploads/": EOF`,
    },
    { failed: 'pushing', words: `failed to solve: rpc error: code = Unknown desc = failed to push x: EOF` },
    {
      failed: 'pushing',
      words: `failed to solve: unexpected status from POST request to ${toRegistry}/blobs/uploads/: 503 Service Unavailable`,
    },
    {
      failed: 'building',
      words: 'failed to solve: process "/bin/sh -c curl x" did not complete: exit code: 35',
    },
    {
      failed: 'building',
      words: `failed to solve: node:24: failed to resolve source metadata for docker.io/library/node:24: failed to do request: Head "https://registry-1.docker.io/v2/library/node/manifests/24": EOF`,
    },
    {
      failed: 'building',
      words: `failed to solve: failed to copy: httpReadSeeker: failed open: failed to do request: Get "${toRegistry}/blobs/sha256:0": EOF`,
    },
    {
      failed: 'building',
      words:
        'unable to prepare context: unable to download remote context https://h/a.tgz: failed to GET https://h/a.tgz with status 401 Unauthorized: no',
    },
  ])('failed $failed: $words', ({ failed, words }) => {
    expect(failedPushing(words)).toBe(failed === 'pushing');
  });

  test('knows a base image that may not be pulled', () => {
    expect(failedPulling('pull access denied for x, repository does not exist')).toBe(true);
    expect(failedPulling(`${pushing}: EOF`)).toBe(false);
  });
});
