import { describe, expect, test } from '@jest/globals';
import { dockerFailed } from '../../../src/docker/docker-failure.ts';
import { configFromBuild, digestFromMetadata, digestFromPush } from '../../../src/docker/printed.ts';
import { shipPolicy } from '../../../src/types/iam.ts';
import { digest, host, repository, shipErrorOf } from '../support/values.ts';

describe('digestFromMetadata', () => {
  test('takes the digest that buildx wrote', () => {
    const metadata = {
      'buildx.build.ref': 'builder/builder0/abc',
      'containerimage.config.digest': digest(1),
      'containerimage.descriptor': { digest: digest(3), size: 480 },
      'containerimage.digest': digest(2),
    };
    expect(digestFromMetadata(JSON.stringify(metadata))).toBe(digest(2));
  });

  test.each([
    { name: 'no file', text: '' },
    { name: 'no JSON', text: '{' },
    { name: 'null', text: 'null' },
    { name: 'no such field', text: JSON.stringify({ 'containerimage.config.digest': digest(1) }) },
    { name: 'not a digest', text: '{"containerimage.digest":"latest"}' },
    { name: 'not a text', text: '{"containerimage.digest":1}' },
  ])('refuses $name', ({ text }) => {
    const error = shipErrorOf(() => digestFromMetadata(text));
    expect([error.code, error.message]).toEqual([
      'push-failed',
      'The image was built, but buildx wrote no digest into its metadata file, so it is not known which image was pushed. Update Docker and buildx on the runner.',
    ]);
  });
});

describe('configFromBuild', () => {
  const said = (...digests: string[]) =>
    ['#5 exporting layers done', ...digests.map((one) => `#5 exporting config ${one} done`)].join('\n');
  test.each([
    ['one image', said(digest(1)), digest(1)],
    ['one image, said twice', said(digest(1), digest(1)), digest(1)],
    ['two images', said(digest(1), digest(2)), undefined],
    ['a graph driver', `#5 writing image ${digest(1)} done`, undefined],
    ['something else', said('sha256:12'), undefined],
  ])('of %s', (_case, output, config) => {
    expect(configFromBuild(output)).toBe(config);
  });
});

describe('digestFromPush', () => {
  test('takes the digest from what docker push prints', () => {
    const printed = [
      `The push refers to repository [${host}/team/app]`,
      'a1b2c3d4e5f6: Preparing',
      'a1b2c3d4e5f6: Pushed',
      'a wrapper says: digest: none',
      `candidate-1: digest: ${digest(9)} size: 528`,
      'What is next: view a summary of image vulnerabilities',
      '',
    ].join('\n');
    expect(digestFromPush(printed)).toBe(digest(9));
  });

  test.each([
    { name: 'nothing', text: '' },
    { name: 'a digest cut short', text: 'x: digest: sha256:abc size: 1' },
    { name: 'another digest', text: `layer ${digest(1)} pushed` },
  ])('refuses $name', ({ text }) => {
    const error = shipErrorOf(() => digestFromPush(text));
    expect([error.code, error.what]).toEqual([
      'push-failed',
      'The image was built, but docker push printed no digest, so it is not known which image was pushed.',
    ]);
  });
});

const denial =
  'User: arn:aws:sts::123456789012:assumed-role/ci/job is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:123456789012:repository/team/app because no identity-based policy allows the ecr:InitiateLayerUpload action';
const again =
  'Run the job again; if it fails again, look at the connection between the runner and the registry.';
const expired = 'The login to the registry has expired, or is not used: run the job again.';
const logIn = 'Correct the base image in the Dockerfile, or log in to its registry before this step.';
const staleNext =
  "Docker's configuration on this runner has a login to public.ecr.aws that has expired: log in there again before this step, or run docker logout public.ecr.aws if anyone may pull there: an expired login is refused even then.";
const correct = 'Correct the Dockerfile or its context.';

interface Row {
  readonly name: string;
  readonly step: 'build' | 'push';
  readonly output: string;
  readonly code: 'build-failed' | 'push-failed' | 'access-denied';
  readonly reason: string;
  readonly next: string | undefined;
}

const rows: readonly Row[] = [
  {
    name: 'buildx: a RUN step fails',
    step: 'build',
    output: `#5 [2/2] RUN exit 3
#5 ERROR: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3
------
 > [2/2] RUN exit 3:
------
Dockerfile:2
--------------------
   1 |     FROM alpine
   2 | >>> RUN exit 3
   3 |
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3
`,
    code: 'build-failed',
    reason: 'process "/bin/sh -c exit 3" did not complete successfully: exit code: 3',
    next: correct,
  },
  {
    name: 'buildx: the link to the build comes after the error',
    step: 'build',
    output: `ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNN

View build details: docker-desktop://dashboard/build/default/default/abc`,
    code: 'build-failed',
    reason: 'dockerfile parse error on line 2: unknown instruction: RUNN',
    next: correct,
  },
  {
    name: 'classic: a RUN step fails',
    step: 'build',
    output: `Sending build context to Docker daemon  2.048kB
Step 2/2 : RUN exit 3
 ---> Running in 0123456789ab

DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
The command '/bin/sh -c exit 3' returned a non-zero code: 3`,
    code: 'build-failed',
    reason: "The command '/bin/sh -c exit 3' returned a non-zero code: 3",
    next: correct,
  },
  {
    name: 'buildx: the base image may not be pulled',
    step: 'build',
    output:
      'ERROR: failed to build: failed to solve: example/nothing: failed to resolve source metadata for docker.io/example/nothing:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    code: 'build-failed',
    reason:
      'example/nothing: failed to resolve source metadata for docker.io/example/nothing:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    next: logIn,
  },
  {
    name: 'classic: the base image may not be pulled',
    step: 'build',
    output: `Step 1/2 : FROM example/nothing
pull access denied for example/nothing, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    code: 'build-failed',
    reason:
      "pull access denied for example/nothing, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    next: logIn,
  },
  {
    name: 'buildx: a stale login to ECR Public, of which it shows the status alone',
    step: 'build',
    output:
      'ERROR: failed to build: failed to solve: public.ecr.aws/docker/library/node:22: failed to resolve source metadata for public.ecr.aws/docker/library/node:22: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://public.ecr.aws/token/?scope=repository%3Adocker%2Flibrary%2Fnode%3Apull&service=public.ecr.aws: 403 Forbidden',
    code: 'build-failed',
    reason:
      'public.ecr.aws/docker/library/node:22: failed to resolve source metadata for public.ecr.aws/docker/library/node:22: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://public.ecr.aws/token/?scope=repository%3Adocker%2Flibrary%2Fnode%3Apull&service=public.ecr.aws: 403 Forbidden',
    next: staleNext,
  },
  {
    name: "the engine's builder: a stale login to ECR Public",
    step: 'build',
    output:
      'ERROR: Head "https://public.ecr.aws/v2/docker/library/node/manifests/22": denied: Your authorization token has expired. Reauthenticate and try again.',
    code: 'build-failed',
    reason:
      'Head "https://public.ecr.aws/v2/docker/library/node/manifests/22": denied: Your authorization token has expired. Reauthenticate and try again',
    next: staleNext,
  },
  {
    name: 'classic: a stale login to ECR Public',
    step: 'build',
    output: `Step 1/2 : FROM public.ecr.aws/docker/library/node:22
pull access denied for public.ecr.aws/docker/library/node, repository does not exist or may require 'docker login': denied: Your authorization token has expired. Reauthenticate and try again.`,
    code: 'build-failed',
    reason:
      "pull access denied for public.ecr.aws/docker/library/node, repository does not exist or may require 'docker login': denied: Your authorization token has expired. Reauthenticate and try again",
    next: staleNext,
  },
  {
    name: 'buildx: the limit of pulls is met',
    step: 'build',
    output:
      'ERROR: failed to build: failed to solve: node:24: failed to resolve source metadata for docker.io/library/node:24: failed to copy: httpReadSeeker: failed open: unexpected status code https://registry.example.com/v2/library/node/manifests/24: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit.',
    code: 'build-failed',
    reason:
      'node:24: failed to resolve source metadata for docker.io/library/node:24: failed to copy: httpReadSeeker: failed open: unexpected status code https://registry.example.com/v2/library/node/manifests/24: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit',
    next: logIn,
  },
  {
    name: 'classic: the limit of pulls is met',
    step: 'build',
    output:
      'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
    code: 'build-failed',
    reason:
      'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
    next: logIn,
  },
  {
    name: 'buildx: the base image of another registry needs a login',
    step: 'build',
    output:
      'ERROR: failed to build: failed to solve: ghcr.io/o/base: failed to resolve source metadata for ghcr.io/o/base:1: failed to authorize: unauthorized: authentication required',
    code: 'build-failed',
    reason:
      'ghcr.io/o/base: failed to resolve source metadata for ghcr.io/o/base:1: failed to authorize: unauthorized: authentication required',
    next: logIn,
  },
  {
    name: 'buildx: a base image in ECR may not be pulled',
    step: 'build',
    output: `ERROR: failed to build: failed to solve: ${host}/base:1: unexpected status: 403: denied: ${denial}`,
    code: 'build-failed',
    reason: `${host}/base:1: unexpected status: 403: denied: ${denial}`,
    next: correct,
  },
  {
    name: 'buildx: BuildKit may not push',
    step: 'build',
    output: `#9 ERROR: failed to push ${host}/team/app: denied: ${denial}
------
 > pushing layers:
------
ERROR: failed to build: failed to solve: failed to push ${host}/team/app: denied: ${denial}`,
    code: 'access-denied',
    reason: `failed to build: failed to solve: failed to push ${host}/team/app: denied: ${denial}`,
    next: undefined,
  },
  {
    name: 'buildx: the engine may not push',
    step: 'build',
    output: `#9 pushing ${host}/team/app:candidate-1 with docker
#9 ERROR: denied: ${denial}
ERROR: failed to build: denied: ${denial}`,
    code: 'access-denied',
    reason: `failed to build: denied: ${denial}`,
    next: undefined,
  },
  {
    name: 'docker push: denied',
    step: 'push',
    output: `The push refers to repository [${host}/team/app]\na1b2: Preparing\n\ndenied: ${denial}\n`,
    code: 'access-denied',
    reason: `denied: ${denial}`,
    next: undefined,
  },
  {
    name: 'docker push: no such repository',
    step: 'push',
    output: `The push refers to repository [${host}/team/app]
name unknown: The repository with name 'team/app' does not exist in the registry with id '123456789012'`,
    code: 'push-failed',
    reason:
      "name unknown: The repository with name 'team/app' does not exist in the registry with id '123456789012'",
    next: 'Create the repository, or correct the input repository.',
  },
  {
    name: 'docker push: not logged in',
    step: 'push',
    output: 'a1b2: Preparing\nno basic auth credentials\n',
    code: 'push-failed',
    reason: 'no basic auth credentials',
    next: expired,
  },
  {
    name: 'docker push: the connection breaks',
    step: 'push',
    output: 'a1b2: Pushing [=>   ]\nwrite tcp 10.0.0.2:1234->10.0.0.1:443: write: broken pipe',
    code: 'push-failed',
    reason: 'write tcp 10.0.0.2:1234->10.0.0.1:443: write: broken pipe',
    next: again,
  },
  {
    name: 'silence',
    step: 'build',
    output: '\n \n',
    code: 'build-failed',
    reason: 'it said nothing',
    next: correct,
  },
];

describe('dockerFailed', () => {
  test.each(rows)('$name', ({ step, output, code, reason, next }) => {
    const error = dockerFailed({ step, exitCode: 17, output, repository: undefined });
    if (code === 'access-denied') {
      expect(error.code).toBe(code);
      expect(error.what).toMatch(
        /^arn:aws:sts::123456789012:assumed-role\/ci\/job may not call ecr:InitiateLayerUpload\.$/,
      );
      expect(error.next).toContain('"ecr:InitiateLayerUpload"');
      return;
    }
    const verb = code === 'push-failed' ? 'push' : 'build';
    expect({ code: error.code, what: error.what, next: error.next }).toEqual({
      code,
      what: `The ${verb} failed with exit code 17: ${reason}.`,
      next,
    });
  });

  describe('BuildKit shows no more than the request and 403', () => {
    const failed = (request: string, isRenewed: boolean) =>
      dockerFailed({
        step: 'build',
        exitCode: 1,
        output: `ERROR: failed to solve: failed to push x: unexpected status from ${request}: 403 Forbidden`,
        repository,
        isRenewed,
      });

    test.each([
      { request: `PUT request to https://${host}/v2/team/app/manifests/candidate-1`, action: 'ecr:PutImage' },
      {
        request: `POST request to https://${host}/v2/team/app/blobs/uploads/`,
        action: 'ecr:InitiateLayerUpload',
      },
    ])('$action is missing, or the login has expired', ({ request, action }) => {
      const answer = `The registry gives this answer when ${action} is not granted on the repository`;
      const error = failed(request, false);
      // ECR refuses a manifest so as well where the repository is full.
      const full =
        action === 'ecr:PutImage' ? ', or when the repository has as many images as the quota allows' : '';
      const policy = `This policy is all that a run needs: ${JSON.stringify(shipPolicy(repository.arn))}`;
      expect([error.code, error.next]).toEqual([
        'push-failed',
        `${answer}, or when the login has expired${full}. ${policy}`,
      ]);
      // A login that is new has not expired.
      expect(failed(request, true).next).toBe(`${answer}${full}. ${policy}`);
      expect(policy).toContain(`"${action}"`);
    });

    test('about another repository it says nothing of ours', () => {
      const error = failed(`PUT request to https://${host}/v2/other/manifests/candidate-1`, false);
      expect([error.code, error.details]).toEqual(['push-failed', undefined]);
      expect(error.next).not.toContain('ecr:PutImage');
    });
  });

  test('says how often it was tried', () => {
    const error = dockerFailed({ step: 'push', exitCode: 1, output: 'EOF', repository, tries: 4 });
    expect(error.what).toBe('The push failed 4 times with exit code 1: EOF.');
  });
});
