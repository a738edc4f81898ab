import { describe, expect, test } from '@jest/globals';
import { commitIn, dockerfilePath, isRemote, readContext } from '../../../src/types/build-context.ts';

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
  ])('$context, $file', ({ context, file, path }) => {
    expect(dockerfilePath({ context, file })).toBe(path);
  });
});
