import { describe, expect, test } from '@jest/globals';
import {
  commitIn,
  dockerfilePath,
  isDockerfileElsewhere,
  isOverSsh,
  isRemote,
  isSameRepository,
  originOf,
  readContext,
} from '../../../src/types/build-context.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

describe('where the files come from', () => {
  test.each([
    { context: '.', kind: 'folder' },
    { context: './https://x', kind: 'folder' },
    { context: './github.com/team/app', kind: 'folder' },
    { context: 'docker/app', kind: 'folder' },
    { context: 'github.com', kind: 'folder' },
    { context: 'a@b/c', kind: 'folder' },
    { context: '/abs', kind: 'folder' },
    { context: 'https://github.com/team/app.git', kind: 'git' },
    { context: 'HTTPS://github.com/team/app.git', kind: 'git' },
    { context: 'http://host/r.git#main', kind: 'git' },
    { context: 'https://host/r.git?ref=main', kind: 'git' },
    { context: 'git://host/r', kind: 'git' },
    { context: 'ssh://git@host/r.git', kind: 'git' },
    { context: 'git@github.com:team/app.git', kind: 'git' },
    { context: 'deploy@git.example.com:team/app', kind: 'git' },
    { context: 'deploy:secret@git.example.com:team/app', kind: 'git' },
    { context: 'app/a@b:c', kind: 'folder' },
    { context: 'github.com/team/app', kind: 'git' },
    { context: 'https://host/context.tar.gz', kind: 'download' },
    { context: 'https://github.com/team/app', kind: 'download' },
  ])('$context is a $kind', ({ context, kind }) => {
    expect(readContext(context).kind).toBe(kind);
    expect(isRemote(context)).toBe(kind !== 'folder');
  });
});

describe('over ssh', () => {
  test.each([
    { context: 'ssh://git@host/r.git', is: true },
    { context: 'git@host:r.git#main', is: true },
    { context: 'deploy@host:r', is: true },
    { context: 'https://host/r.git', is: false },
    { context: 'git://host/r', is: false },
    { context: 'a@b/c', is: false },
  ])('$context: $is', ({ context, is }) => {
    expect(isOverSsh(context)).toBe(is);
  });
});

describe('the commit that an address names', () => {
  test.each([
    { context: `https://host/r.git#${sha}`, commit: sha },
    { context: `github.com/team/app#${sha}:docker`, commit: sha },
    { context: `git@host:r.git#${sha}`, commit: sha },
    { context: `https://host/r.git?ref=main&commit=${sha}`, commit: sha },
    { context: `https://host/r.git?checksum=${sha}&subdir=x`, commit: sha },
    { context: 'https://host/r.git#main', commit: undefined },
    { context: 'https://host/r.git#0123456', commit: undefined },
    // Of an archive docker looks at nothing behind the #.
    { context: `https://host/context.tar.gz#${sha}`, commit: undefined },
    { context: `docker#${sha}`, commit: undefined },
  ])('of $context', ({ context, commit }) => {
    expect(commitIn(context)).toBe(commit);
  });
});

describe("the Dockerfile's path in the repository", () => {
  test.each([
    { context: '.', file: undefined, path: 'Dockerfile' },
    { context: 'services//api/', file: undefined, path: 'services/api/Dockerfile' },
    { context: 'services/api', file: 'docker/prod.Dockerfile', path: 'docker/prod.Dockerfile' },
    { context: '../elsewhere', file: undefined, path: 'Dockerfile' },
    { context: 'github.com/org/app', file: undefined, path: 'Dockerfile' },
    { context: 'deploy@host:org/app.git', file: undefined, path: 'Dockerfile' },
    { context: 'github.com/org/app', file: 'docker/Dockerfile', path: 'docker/Dockerfile' },
    {
      context: 'https://github.com/org/app.git#main:services/api',
      file: undefined,
      path: 'services/api/Dockerfile',
    },
    {
      context: 'https://github.com/org/app.git#main:services/api',
      file: 'prod.Dockerfile',
      path: 'services/api/prod.Dockerfile',
    },
    {
      context: 'https://github.com/org/app.git?subdir=/services/api',
      file: undefined,
      path: 'services/api/Dockerfile',
    },
    { context: 'https://host/context.tar.gz', file: undefined, path: 'Dockerfile' },
    // docker takes these from this machine and from another host.
    {
      context: 'https://github.com/org/app.git#main:services/api',
      file: '/w/Dockerfile',
      path: 'Dockerfile',
    },
    { context: 'https://github.com/org/app.git', file: 'https://host/Dockerfile', path: 'Dockerfile' },
  ])('$context, $file', ({ context, file, path }) => {
    expect(dockerfilePath({ context, file })).toBe(path);
  });
});

test.each([
  { context: 'https://host/r.git', file: undefined, isElsewhere: false },
  { context: 'https://host/r.git', file: 'docker/Dockerfile', isElsewhere: false },
  { context: 'https://host/r.git', file: '/w/Dockerfile', isElsewhere: true },
  { context: 'https://host/r.git', file: 'https://host/Dockerfile', isElsewhere: true },
  { context: '.', file: 'https://host/Dockerfile', isElsewhere: true },
  { context: '.', file: 'github.com/Dockerfile', isElsewhere: false },
  { context: '.', file: '/w/Dockerfile', isElsewhere: false },
])('whether the Dockerfile $file lies elsewhere than $context', ({ context, file, isElsewhere }) => {
  expect(isDockerfileElsewhere({ context, file })).toBe(isElsewhere);
});

describe('where a person finds what is built', () => {
  test.each([
    { context: 'docker/app', origin: undefined },
    { context: 'github.com/team/app#main', origin: 'https://github.com/team/app' },
    { context: 'https://host:8443/r.git?branch=x#y', origin: 'https://host:8443/r.git' },
    { context: 'https://me:hunter2@host/r.git#y', origin: 'https://host/r.git' },
    { context: 'https://me:hun/ter2@host/r.git', origin: 'https://host/r.git' },
    { context: 'https://me:hun@ter2@host:80/r.git', origin: 'https://host:80/r.git' },
    { context: 'https://host/@scope/r.git', origin: 'https://host/@scope/r.git' },
    { context: 'ssh://git@host:22/r.git', origin: 'ssh://host:22/r.git' },
    { context: 'git@host:team/r.git#v1', origin: 'ssh://host/team/r.git' },
    { context: 'me:hunter2@host:team/r.git', origin: 'ssh://host/team/r.git' },
    { context: 'https://host/x.tar.gz?X-Amz-Signature=hunter2', origin: 'https://host/x.tar.gz' },
  ])('$context', ({ context, origin }) => {
    expect(originOf(context)).toBe(origin);
  });

  test.each([
    { one: 'https://github.com/team/app.git', is: true },
    { one: 'ssh://github.com/Team/App', is: true },
    { one: 'https://github.com/team/app/', is: true },
    { one: 'https://github.com/team/app2.git', is: false },
    { one: 'https://example.com/team/app.git', is: false },
  ])('$one is one of this project: $is', ({ one, is }) => {
    expect(isSameRepository(one, 'https://github.com/team/app')).toBe(is);
  });
});
