import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Something that a run has left, and what it holds. */
export interface Left {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Texts under their names. */
export function leftTexts(texts: Readonly<Record<string, string>>): Left[] {
  return Object.entries(texts).map(([where, text]) => ({ where, bytes: Buffer.from(text) }));
}

/** Every file below a folder, unpacked where it is packed, and every name of a file. */
export function leftFiles(
  folder: string,
  title: string,
  isWanted: (path: string) => boolean = () => true,
): Left[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isWanted);
  const files = names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile());
  return [
    { where: `names of ${title}`, bytes: Buffer.from(names.join('\n')) },
    ...files.map((name) => ({
      where: `${title}/${name}`,
      bytes: unpacked(readFileSync(join(folder, name))),
    })),
  ];
}

function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** What was found: which secret, written how, where. */
export interface Leak {
  readonly secret: string;
  readonly how: string;
  readonly where: string;
}

/** Searches all that is left for every secret in every writing. */
export function leaksIn(left: readonly Left[], secrets: Readonly<Record<string, string>>): Leak[] {
  const needles = Object.entries(secrets).flatMap(([secret, text]) =>
    Object.entries(writingsOf(text)).map(([how, needle]) => ({ secret, how, needle })),
  );
  return left.flatMap(({ where, bytes }) =>
    needles.filter(({ needle }) => bytes.includes(needle)).map(({ secret, how }) => ({ secret, how, where })),
  );
}

/**
 * The writings of a secret, worked out another way than the action does it: base64 of the secret behind none, one and two
 * bytes, of which those characters are taken that the bytes around it do not change.
 */
export function writingsOf(text: string): Readonly<Record<string, string>> {
  const json = JSON.stringify(text).slice(1, -1);
  const base64 = [0, 1, 2].map((before) => {
    const some = [0, 0xff].map((byte) =>
      Buffer.concat([Buffer.alloc(before, byte), Buffer.from(text), Buffer.alloc(3, byte)]).toString(
        'base64',
      ),
    );
    const [one = '', other = ''] = some;
    let from = 0;
    while (one.slice(from, from + 8) !== other.slice(from, from + 8)) from += 1;
    let to = from;
    while (one[to] === other[to]) to += 1;
    return one.slice(from, to);
  });
  return {
    raw: text,
    'escaped for JSON': json,
    'encoded for an address': encodeURIComponent(text),
    'in base64': base64[0] ?? '',
    'in base64 behind one byte': base64[1] ?? '',
    'in base64 behind two bytes': base64[2] ?? '',
  };
}
