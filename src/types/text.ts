import { withoutCredentials } from './redact.ts';

/**
 * Everything that Unicode calls a control, a format character, a line or paragraph separator, a lone surrogate, or
 * ignorable: terminals obey some of them, others reverse the text or make different texts look the same. Line feeds
 * and tabs stay; so do the selector after an emoji and the joiner between two.
 * Source: Unicode, general categories Cc, Cf, Zl, Zp and Cs, property Default_Ignorable_Code_Point.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}](?<![\t\n\u200d\ufe0f])|\ufe0f(?<!\p{Extended_Pictographic}\ufe0f)|\u200d(?:(?<!\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?\ufe0f?\u200d)|(?!\p{Extended_Pictographic}))/gu;

/**
 * Matches anything outside blocks that have none of these characters, which most build output keeps to. This test is
 * many times faster than the full one.
 */
const beyondPlain =
  /[^\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u034e\u0370-\u05ff\u2010-\u2027\u2030-\u205f\u2070-\u2fff\u3000-\u3163\u3165-\ud7ff\ufffd]/;

/** Writes out every character of a foreign text that cannot be seen, such as `\u001b`. Doing it twice changes nothing. */
export function visible(text: string): string {
  return beyondPlain.test(text) ? text.replace(hidden, codeOf) : text;
}

/** Colours and other text styles (SGR), the only orders that a build may give a terminal. Source: ECMA-48, 8.3.117. */
const look = String.raw`\x1b\[[0-9;:]{0,32}m`;
const looks = new RegExp(look, 'g');
const aroundLooks = new RegExp(`(${look})`);
/**
 * Everything else that a terminal obeys without showing anything: control sequences (CSI), command strings (OSC, DCS,
 * SOS, PM, APC), and the escapes of two or three characters. Source: ECMA-48, 5.3 to 5.6.
 */
const orders =
  /\x1b\[(?![0-9;:]{0,32}m)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[\]PX^_][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)|\x1b[ -/]{1,2}[0-~]|\x1b(?![[\]PX^_ -/])[0-~]/g;

/**
 * Makes build output fit to be shown: keeps colours, removes other terminal orders, and writes out what is left of them.
 */
export function visibleInColour(text: string): string {
  if (!beyondPlain.test(text)) return text;
  return text
    .replace(orders, '')
    .split(aroundLooks)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('');
}

/** Removes the colours from a text. */
export function withoutColour(text: string): string {
  return text.includes('\x1b') ? text.replace(looks, '') : text;
}

/**
 * Defuses workflow commands: the runner obeys a line that begins with `::`, also after blanks, and one that contains
 * `##[`. Source: actions/runner, ActionCommand.cs (TryParseV2 with TrimStart, TryParse).
 */
export function withoutOrders(text: string): string {
  if (!text.includes('::') && !text.includes('##[')) return text;
  return text.replace(/^(\s*)::/gm, String.raw`$1\::`).replaceAll('##[', String.raw`#\#[`);
}

function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/**
 * Somebody else's name for something, such as a path, in our own sentence: on one line, shortened, without invisible
 * characters, and without the credentials of addresses in it.
 */
export function nameInLine(text: string): string {
  // Before it is cut, because half a credential would not be recognised.
  const line = visible(withoutCredentials(text).replace(/\s+/g, ' ').trim());
  return line.length > 600 ? `${line.slice(0, 599).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** Turns a foreign message into a clause of our own sentence: like `nameInLine`, and without its full stop. */
export function clause(text: string): string {
  return nameInLine(text).replace(/[.?!:;,\s]+$/, '');
}

/**
 * Cuts the digests and commits in a text to twelve digits, which is what people compare. Only for people, never for
 * programs.
 */
export function shortHashes(text: string): string {
  return text.replace(/(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/g, (hash) => hash.slice(0, 12));
}

/** Joins items as a sentence does: `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
