import { describe, expect, test } from '@jest/globals';
import { addressCredentials } from '../../../src/plan/address-credentials.ts';
import { inputs, shipErrorOf } from '../support/values.ts';

const secret = 'hunter2hunter2';
const git = `https://me:${secret}@host/r.git`;
const archive = `https://me:${secret}@host/a.tgz`;
const signed = `https://host/a.tgz?X-Amz-Signature=${secret}`;

describe('a credential that docker takes in an address alone', () => {
  test.each([
    {
      given: { context: archive },
      says: 'input context',
      does: 'Download it in a step before, and give its folder',
    },
    {
      given: { context: signed },
      says: 'input context',
      does: 'Download it in a step before, and give its folder',
    },
    {
      // Provenance has it without its user.
      given: { context: archive, provenance: 'mode=min' },
      says: 'input context',
      does: 'its folder',
    },
    {
      given: { 'build-contexts': `a=./a\nb=${archive}` },
      says: 'line b of the input build-contexts',
      does: 'its folder',
    },
    { given: { file: `https://me:${secret}@host/Dockerfile` }, says: 'input file', does: 'give its path' },
    {
      given: { context: `ssh://me:${secret}@host/r.git` },
      says: 'input context',
      does: 'a key by the input ssh',
    },
  ])('is a warning that says where it can be read: $given', ({ given, says, does }) => {
    const [warning = '', ...others] = addressCredentials(inputs(given).build);
    expect(others).toEqual([]);
    expect(warning).toMatch(new RegExp(`^The credential in the ${says} can be read by whoever else uses`));
    expect(warning).toContain(does);
    expect(warning).not.toContain('hunter2');
  });

  test.each([
    { context: git, provenance: 'mode=max' },
    { 'build-contexts': `lib=${git}`, provenance: 'mode=max' },
    { context: 'https://host/a.tgz', file: 'https://host/Dockerfile', provenance: 'mode=max' },
    { context: '.', 'build-contexts': 'me:x@host=./me:hunter2hunter2@host' },
    { 'build-contexts': 'a=docker-image://host/a@sha256:0123' },
  ])('is none: %j', (given) => {
    expect(addressCredentials(inputs(given).build)).toEqual([]);
  });

  test.each([
    { given: { context: archive, provenance: 'mode=max' }, says: 'input context' },
    { given: { context: signed, provenance: 'true' }, says: 'input context' },
    { given: { context: signed, attests: 'type=provenance,mode=max' }, says: 'input context' },
    {
      given: { 'build-contexts': `b=${archive}`, provenance: 'mode=max' },
      says: 'line b of the input build-contexts',
    },
  ])('would be published by provenance: $given', ({ given, says }) => {
    const error = shipErrorOf(() => addressCredentials(inputs(given).build));
    expect([error.code, error.what]).toEqual([
      'invalid-input',
      `The credential in the ${says} would be published: provenance holds that address.`,
    ]);
    expect(error.message).not.toContain('hunter2');
  });

  test('of the Dockerfile is in no step, for buildx downloads it by itself', () => {
    const { build } = inputs({ file: `https://me:${secret}@host/Dockerfile`, provenance: 'mode=max' });
    expect(addressCredentials(build)).toHaveLength(1);
  });
});

describe('credentials of Git URLs', () => {
  test.each([
    { name: 'the same', one: git, two: git },
    { name: 'for different hosts', one: git, two: `https://me:other@host:8443/r.git` },
    { name: 'that of a secret for both', one: 'https://host/a.git', two: 'https://host/b.git' },
    { name: 'one of them none', one: git, two: 'https://host/other.git' },
  ])('may be $name', ({ one, two }) => {
    const secrets = one.includes('@') ? '' : 'GIT_AUTH_TOKEN=abcd';
    const { build } = inputs({ context: one, 'build-contexts': `b=${two}`, secrets });
    expect(addressCredentials(build)).toEqual([]);
  });

  test.each([
    { context: git, 'build-contexts': 'b=https://you:other-secret@host/b.git', first: 'input context' },
    {
      'build-contexts': `a=${git}\nb=https://you:other-secret@host/b.git`,
      first: 'line a of the input build-contexts',
    },
    // BuildKit would take the one in the address for both.
    {
      context: 'https://host/r.git',
      secrets: 'GIT_AUTH_TOKEN=abcd',
      'build-contexts': 'b=https://you:other-secret@host/b.git',
      first: 'input context',
    },
  ])('that differ for one host are an error: $first', ({ first, ...given }) => {
    const error = shipErrorOf(() => addressCredentials(inputs(given).build));
    expect([error.code, error.what]).toEqual([
      'invalid-input',
      `The ${first} and the line b of the input build-contexts have different credentials for host, and BuildKit takes one for each host.`,
    ]);
    expect(error.message).not.toMatch(/hunter2|other-secret/);
  });
});
