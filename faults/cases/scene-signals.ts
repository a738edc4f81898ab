import type { Fault } from '../../local-ecr/index.ts';
import type { FaultCase, Moment } from '../case.ts';
import { fixedTag, movingTag, repository } from '../names.ts';
import type { SceneName } from '../scenes.ts';

/** Long enough for the attack to happen while the request waits. */
const holdMs = 2_500;

type At = Pick<Fault, 'operation' | 'kind' | 'about' | 'path' | 'from' | 'after'>;

/** A moment of a scene, and whether everything that the user wanted is done by then. */
interface Station {
  readonly name: string;
  readonly moment: Moment;
  readonly isAtTheEnd?: boolean;
}

/** Two stations: the request has arrived and nothing of it is done; and it is done, but the run does not know yet. */
function around(what: string, at: At, isAtTheEnd = false): Station[] {
  return [
    { name: `before ${what}`, moment: { kind: 'request', fault: at, holdMs }, isAtTheEnd },
    {
      name: `just after ${what}`,
      moment: { kind: 'request', fault: { ...at, lateMs: holdMs }, holdMs: 0 },
      isAtTheEnd,
    },
  ];
}

const put = (name: string, tag: string): At => ({
  operation: 'PUT manifest',
  path: `/${name}/manifests/${tag}`,
});
const copied = (name: string): At => ({ operation: 'PUT manifest', about: `/${name}/manifests/sha256:` });
const upload = (name: string): At => ({
  operation: 'PUT upload',
  about: `/${name}/blobs/`,
  from: 'ecr-ship',
});
const index: At = { operation: 'PUT manifest', about: '/manifests/candidate-' };
const scan: At = { operation: 'DescribeImageScanFindings' };
const during = (what: string, at: At): Station[] => around(what, at).slice(0, 1);

/** What only this scene does. */
const stations: Readonly<Partial<Record<SceneName, readonly Station[]>>> = {
  'tag again': [
    ...during('it reads the image', { operation: 'BatchGetImage' }),
    ...during('the scan is read', scan),
    ...around('the fixed tag is set', put(repository, fixedTag)),
    ...around('the moving tag is set', put(repository, movingTag), true),
  ],
  join: [
    ...around('the index is pushed', index),
    ...during('the scan is read', scan),
    ...around("the candidate's tag is removed", { operation: 'BatchDeleteImage' }, true),
    ...around(
      'candidate tags of earlier jobs are retired',
      { operation: 'BatchDeleteImage', after: 1 },
      true,
    ),
  ],
  promotion: [
    ...during('the OIDC token is had', { operation: 'OIDC' }),
    ...around('a role is taken on', { operation: 'STS' }),
    ...around('a blob is copied', upload(repository)),
    ...around('the image is copied', copied(repository)),
    ...around('the fixed tag is set', put(repository, fixedTag)),
    ...around('the moving tag is set', put(repository, movingTag), true),
  ],
  'promotion of parts': [
    ...around('the index is pushed to the source', index),
    ...during('the scan is read', scan),
    ...around('the index is copied', { ...copied(repository), after: 2 }),
    ...around('the candidate is removed from the source', { operation: 'BatchDeleteImage' }),
  ],
  destinations: [
    ...around('a blob is copied to the first', upload('team/copy')),
    ...around('the image is copied to the first', copied('team/copy')),
    ...around('the image is copied to the second', copied('team/fixed')),
    ...around('the fixed tag is set', put(repository, fixedTag)),
    ...around('the fixed tag is set in the first', put('team/copy', fixedTag)),
    ...around('the fixed tag is set in the second', put('team/fixed', fixedTag)),
    ...around('the moving tag is set', put(repository, movingTag)),
    ...around('the moving tag is set in the first', put('team/copy', movingTag)),
    ...around('the moving tag is set in the second', put('team/fixed', movingTag), true),
  ],
  create: [
    ...around('the repository is made', { operation: 'CreateRepository' }),
    ...around('its lifecycle policy is set', { operation: 'PutLifecyclePolicy' }),
    ...around('its policy is set', { operation: 'SetRepositoryPolicy' }),
  ],
  login: [
    ...during('the OIDC token is had', { operation: 'OIDC' }),
    ...around('a role is taken on', { operation: 'STS' }),
    ...around('it logs in', { operation: 'GetAuthorizationToken' }),
  ],
  plan: [
    { name: 'at the start', moment: { kind: 'after', ms: 20 }, isAtTheEnd: true },
    { name: 'while the engine is asked', moment: { kind: 'docker', command: 'info', holdMs: 1_500 } },
  ],
  'push: false': [
    { name: 'at the start', moment: { kind: 'after', ms: 20 } },
    { name: 'before the build does anything', moment: { kind: 'docker', command: 'build', holdMs: 1_500 } },
    { name: 'in the build', moment: { kind: 'build' } },
  ],
  'registry logins': [
    ...during('the base image is looked up', { operation: 'HEAD manifest', about: '/base/app/' }),
    { name: 'in the build', moment: { kind: 'build' } },
  ],
  'base image': [
    ...during('the base image is pulled', { operation: 'GET manifest', about: '/base/app/' }),
    { name: 'in the build', moment: { kind: 'build' } },
  ],
  public: [
    ...around('a blob comes to ECR Public', { ...upload('local/app'), kind: 'public-registry' }),
    ...around('the image comes to ECR Public', copied('local/app')),
    ...around('the candidate is removed from the scan repository', { operation: 'BatchDeleteImage' }),
    ...around('the fixed tag is set', put('local/app', fixedTag)),
    ...around('the moving tag is set', put('local/app', movingTag), true),
  ],
  build: [
    ...around('the candidate is pushed', { ...index, from: 'docker' }),
    ...during('the scan is read', scan),
  ],
  'by digest': [
    { name: 'in the build', moment: { kind: 'build' } },
    ...around('the candidate is pushed', copied(repository)),
    ...around('the fixed tag is set', put(repository, fixedTag)),
  ],
  'build by digest': [
    ...around('the candidate is pushed', copied(repository)),
    ...around('the candidate gets its tag', index, true),
  ],
};

/** Cancelled as by the runner, and killed, in each phase that `mode: ship` does not have; then post, and a next run. */
export const sceneSignalCases: readonly FaultCase[] = (
  Object.entries(stations) as [SceneName, readonly Station[]][]
).flatMap(([scene, all]) =>
  all.flatMap(({ name, moment, isAtTheEnd }) =>
    (['cancel', 'kill'] as const).map((how): FaultCase => ({
      name: `${scene}: ${how === 'cancel' ? 'cancelled' : 'killed'} ${name}`,
      group: 'scene signals',
      scene,
      signal: { how, at: moment },
      next: 'at once',
      expect: isAtTheEnd === true ? 'either' : 'fails',
      cause: [/cancel/i],
    })),
  ),
);
