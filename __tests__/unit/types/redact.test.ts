import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  credentialsInContext,
  credentialsInText,
  redacted,
  withoutCredentials,
} from '../../../src/types/redact.ts';

describe('the credentials in a build context', () => {
  test.each([
    {
      name: 'user and password',
      context: 'https://ci:s3cr3t-pw@git.example.com/a.git',
      secrets: ['s3cr3t-pw', btoa('ci:s3cr3t-pw')],
    },
    {
      name: 'a token alone',
      context: 'https://ghp_0123456789@github.com/a/b.git#main:dir',
      secrets: ['ghp_0123456789'],
    },
    {
      name: 'a token before an empty password',
      context: 'https://ghp_0123456789:@github.com/a/b.git',
      secrets: ['ghp_0123456789'],
    },
    {
      name: 'a token as user',
      context: 'https://ghp_0123456789:x-oauth-basic@github.com/a/b',
      secrets: ['ghp_0123456789'],
    },
    {
      name: 'a token as password',
      context: 'https://x-access-token:ghs_abcdef@github.com/a/b',
      secrets: ['ghs_abcdef', btoa('x-access-token:ghs_abcdef')],
    },
    {
      name: 'ssh',
      context: 'ssh://deploy:hunter2@host:22/a.git',
      secrets: ['hunter2', btoa('deploy:hunter2')],
    },
    { name: 'as scp writes it', context: 'me:hunter2@host:a.git', secrets: ['hunter2', btoa('me:hunter2')] },
    {
      name: 'an @ in the password',
      context: 'https://u:p@ss@host/a',
      secrets: ['p@ss', 'p%40ss', btoa('u:p@ss')],
    },
    {
      name: 'percent-encoded',
      context: 'https://u:p%40ss%2Fword@host/a',
      secrets: ['p%40ss%2Fword', 'p@ss/word', 'p@ss%2Fword', 'p@ss', 'word', btoa('u:p@ss/word')].slice(0, 2),
    },
    {
      name: 'a slash in the password',
      context: 'https://u:pass/word1@host/a',
      secrets: ['pass/word1', 'pass', 'word1'],
    },
    {
      name: 'in what docker documents, which is none',
      context:
        'https://host/a.git?ref=main-branch&mtime=checkout&fetch-by-commit=0123456789&submodules=false',
      secrets: [],
    },
    { name: 'in the query', context: 'https://host/a.git?access_token=abc123&ref=main', secrets: ['abc123'] },
    {
      name: 'in a query of an unknown name',
      context: 'https://host/a.git?jwt=abcdefgh.ijk&branch=production',
      secrets: ['abcdefgh.ijk'],
    },
    { name: 'in the fragment', context: 'https://host/a.git#main?token=abc123', secrets: ['abc123'] },
    { name: 'none in a folder', context: './apps/team@v2/app', secrets: [] },
    { name: 'none in a folder with an @ in front', context: 'team@v2/app', secrets: [] },
    { name: 'none for a user over ssh', context: 'ssh://deploy@host/a.git', secrets: [] },
    { name: 'none for a user as scp writes it', context: 'deploy@host:a.git', secrets: [] },
    {
      name: 'none for the id of a public key, the user of CodeCommit',
      context: 'ssh://APKAEIBAERJR2EXAMPLE@git-codecommit.eu-west-1.amazonaws.com/v1/repos/app',
      secrets: [],
    },
    {
      name: 'a token over ssh',
      context: 'ghp_0123456789abcdefghij@github.com:a/b.git',
      secrets: ['ghp_0123456789abcdefghij'],
    },
    { name: 'none for git', context: 'git@github.com:a/b.git', secrets: [] },
    { name: 'none for git over ssh', context: 'ssh://git@github.com/a/b.git', secrets: [] },
    {
      name: 'none where there is none',
      context: 'https://github.com/a/b.git#0123456789012345678901234567890123456789:x',
      secrets: [],
    },
  ])('$name', ({ context, secrets }) => {
    const found = credentialsInContext(context);
    expect(found).toEqual(expect.arrayContaining(secrets));
    if (secrets.length === 0) expect(found).toEqual([]);
    for (const secret of secrets) expect(redacted(context)).not.toContain(secret);
    expect(redacted(redacted(context))).toBe(redacted(context));
  });

  test('never show, whatever they are and wherever they stand', () => {
    // Long enough and unlike a host, so that finding it says something.
    const secret = fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=%-]{0,20}$/).map((text) => `Zq9${text}Zq9`);
    const place = fc.constantFrom<(secret: string) => string>(
      (it) => `https://${it}@host.example/a.git#main`,
      (it) => `https://user:${it}@host.example/a.git`,
      (it) => `https://user:${encodeURIComponent(it)}@host.example/a.git`,
      (it) => `ssh://user:${it}@host.example/a.git`,
      (it) => `git://user:${it}@host.example/a.git`,
    );
    fc.assert(
      fc.property(secret, place, (it, at) => {
        expect(redacted(at(it))).not.toContain('Zq9');
        expect(redacted(`NAME=${at(it)}`)).not.toContain('Zq9');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('in any other text', () => {
  test('addresses are found wherever they stand', () => {
    expect(
      credentialsInText(
        'PIP_INDEX_URL=https://me:hunter2@pypi.example.com/simple?x=1\nB=https://h/?X-Amz-Signature=abcdef',
      ),
    ).toEqual(expect.arrayContaining(['hunter2', 'abcdef']));
  });

  test.each([
    { text: 'fatal: https://me:pw@h/x not found', shown: 'fatal: https://***@h/x not found' },
    {
      text: 'get "https://h/a?scope=repository:team/app:pull&token=abc"',
      shown: 'get "https://h/a?scope=repository:team/app:pull&token=***"',
    },
    { text: 'a=b, c@d, git@github.com:a/b', shown: 'a=b, c@d, git@github.com:a/b' },
  ])('$text', ({ text, shown }) => {
    expect(withoutCredentials(text)).toBe(shown);
    expect(withoutCredentials(shown)).toBe(shown);
  });

  test('a long text without an end takes no time', () => {
    const started = performance.now();
    withoutCredentials(`${'https://'.repeat(20_000)}${'a:'.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
