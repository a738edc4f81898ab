import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startSecrets } from '../../../src/adapters/machine/secrets.ts';
import { jobSecrets } from '../../../src/types/job-secrets.ts';
import { writings } from '../../../src/types/secret-writings.ts';

const secretText = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 300 });
const around = fc.uint8Array({ maxLength: 7 });
const base64 = (...parts: readonly (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part))).toString('base64');

describe('whatever a secret is written as', () => {
  test('in a longer text of base64 it is found, wherever it begins', () => {
    fc.assert(
      fc.property(secretText, around, around, (secret, before, after) => {
        const text = base64(before, secret, after);
        expect(writings(secret).some((one) => text.includes(one))).toBe(true);
      }),
    );
  });

  test('it is hidden as it is, in JSON, in an address, in base64 and base64 of addresses', () => {
    fc.assert(
      fc.property(secretText, (secret) => {
        const { add, hide } = startSecrets();
        add(secret);
        const texts = [
          secret,
          JSON.stringify({ a: secret }),
          `https://example.com/?a=${encodeURIComponent(secret)}`,
          base64(secret),
          base64('AWS:', secret),
          Buffer.from(secret).toString('base64url'),
        ];
        for (const text of texts) expect(hide(`x ${text} y`)).toContain('***');
        expect(hide(`x ${secret} y`)).not.toContain(secret);
      }),
    );
  });

  test('a text that does not have it stays as it is', () => {
    const { add, hide } = startSecrets();
    add('a-secret-of-somebody');
    expect(hide('nothing of a secret, … and nothing cut')).toBe('nothing of a secret, … and nothing cut');
  });

  test('its beginning is hidden where a message was cut', () => {
    const { add, hide } = startSecrets();
    add('hunter2-hunter2-hunter2');
    expect(hide('it said: hunter2-hunt…')).toBe('it said: ***…');
    expect(hide('it said: hunter…')).toBe('it said: hunter…');
    expect(hide(`${JSON.stringify('a')} hunter2-hunter2-h… and more…`)).toBe('"a" ***… and more…');
  });

  test('lines of base64, as tools break them, are hidden one by one', () => {
    const { add, hide } = startSecrets();
    const secret = 'a long secret '.repeat(20);
    add(secret);
    for (const line of base64(secret).match(/.{1,76}/g) ?? []) expect(hide(line)).toBe('***');
  });
});

test('the secrets of a job are those of its variables and of its proxies, and nothing short', () => {
  const job: Readonly<Record<string, string>> = {
    AWS_SECRET_ACCESS_KEY: 'secret-access-key-of-aws',
    AWS_SESSION_TOKEN: 'not-that-long',
    AWS_ACCESS_KEY_ID: 'no-secret-at-all',
    https_proxy: 'http://me:of%2Fproxy-1@proxy.example.com:3128',
    HTTP_PROXY: 'http://proxy.example.com:3128',
  };
  expect(jobSecrets((name) => job[name])).toEqual([
    'secret-access-key-of-aws',
    'of%2Fproxy-1',
    'of/proxy-1',
    btoa('me:of/proxy-1'),
    encodeURIComponent(btoa('me:of/proxy-1')),
  ]);
});
