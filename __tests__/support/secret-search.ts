import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Something that a run leaves behind, and its content. */
export interface Left {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Texts under their names. */
export function leftTexts(texts: Readonly<Record<string, string>>): Left[] {
  return Object.entries(texts).map(([where, text]) => ({ where, bytes: Buffer.from(text) }));
}

/** Every file below a folder, unpacked if it is packed, and the name of every file. */
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

/** A secret that was found: which one, in which form, and where. */
export interface Leak {
  readonly secret: string;
  readonly how: string;
  readonly where: string;
}

/** Searches everything that is left for every secret in every form. */
export function leaksIn(left: readonly Left[], secrets: Readonly<Record<string, string>>): Leak[] {
  const needles = Object.entries(secrets).flatMap(([secret, text]) =>
    Object.entries(writingsOf(text)).map(([how, needle]) => ({ secret, how, needle })),
  );
  return left.flatMap(({ where, bytes }) =>
    needles.filter(({ needle }) => bytes.includes(needle)).map(({ secret, how }) => ({ secret, how, where })),
  );
}

/**
 * The forms of a secret, computed in another way than in the action: base64 of the secret after none, one and two
 * bytes, without the characters that the bytes around it can change.
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
