import type { NamedContext, SecretSource } from '../types/build-options.ts';
import {
  notAllowed,
  ok,
  otherForm,
  parseLines,
  parseList,
  type BadItem,
  type Parsed,
  type ParsedList,
} from './parsed.ts';

/** Parses a list separated by commas and lines, as docker's own actions do for values without commas. */
export function parseParts(text: string): ParsedList<string> {
  const read = parseList(text, 'parts', ({ parts }) => {
    const words = parts.map((part) => part.text).filter((part) => part !== '');
    const other = words.map(otherForm).find((form) => form !== undefined);
    return other === undefined ? ok(words) : notAllowed(`values between commas or one per line, ${other}`);
  });
  return read.ok ? { ok: true, value: read.value.flat() } : read;
}

/** Parses a list of whole lines, refusing any that docker could take for an option. */
export function parseFlagLines(text: string): ParsedList<string> {
  return parseLines(text, (line) => {
    const other = otherForm(line);
    if (other !== undefined) return notAllowed(`values one per line, ${other}`);
    return line.startsWith('-') ? notAllowed('values without the option itself, one per line') : ok(line);
  });
}

/** Parses one word for docker; undefined if none is given. */
export function parseFlagValue(text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  return /^-|\s/.test(text) ? notAllowed('one value, without the option itself') : ok(text);
}

/** Parses `true`, `false` or parameters such as `mode=max`. */
export function parseAttestation(text: string): Parsed<string | undefined> {
  if (text === '') return ok(undefined);
  const word = text.trim();
  if (/^(?:true|false)$/i.test(word)) return ok(word.toLowerCase());
  return /^[a-z-]+=[^\s]+$/i.test(word)
    ? ok(word)
    : notAllowed('true, false, or parameters such as mode=max or generator=<image>');
}

/** Parses one line of `build-contexts`. */
export function parseNamedContext(line: string): Parsed<NamedContext> {
  const equals = line.indexOf('=');
  const [name, value] = [line.slice(0, Math.max(0, equals)).trim(), line.slice(equals + 1).trim()];
  if (!/^[\w.:/@-]+$/.test(name) || name.startsWith('-') || value === '')
    return notAllowed(
      withForm(
        'name=<folder or address>, such as shared=../shared or alpine=docker-image://alpine:3.22',
        line,
      ),
    );
  return ok({ name, value });
}

function withForm(form: string, text: string): string {
  const other = otherForm(text);
  return other === undefined ? form : `${form}, ${other}`;
}

const idForm = /^[\w.-]+$/;

/**
 * Parses `secrets`: one `id=value` per line; a value of several lines goes in double quotes together with its id. An
 * error names only the line number, because the text may be the secret itself.
 */
export function parseSecrets(text: string): ParsedList<SecretSource> {
  const read = parseLines(text, (line): Parsed<SecretSource> => {
    const equals = line.indexOf('=');
    const id = line.slice(0, Math.max(0, equals));
    if (!idForm.test(id))
      return notAllowed('id=value, one per line; put a value of several lines in double quotes with its id');
    if (line.length === equals + 1)
      return notAllowed(`a value for ${id}; the secret of the repository may not be set for this run`);
    return ok({ kind: 'value', id, value: line.slice(equals + 1) });
  });
  return read.ok ? read : { ok: false, bad: read.bad.map(withoutText) };
}

function withoutText(bad: BadItem): BadItem {
  return { ...bad, item: '…' };
}

/** Parses `secret-envs`: `id=VARIABLE`, or only a variable's name. */
export function parseSecretEnvs(text: string): ParsedList<SecretSource> {
  const parts = parseParts(text);
  if (!parts.ok) return parts;
  return all(parts.value, (part) => {
    const equals = part.indexOf('=');
    const id = equals < 0 ? part : part.slice(0, equals);
    const variable = equals < 0 ? part : part.slice(equals + 1);
    return idForm.test(id) && /^[A-Za-z_]\w*$/.test(variable)
      ? ok({ kind: 'env', id, variable })
      : notAllowed('id=VARIABLE, such as npm=NPM_TOKEN');
  });
}

/** Parses `secret-files`: `id=path`, or only a path whose file name is the id. */
export function parseSecretFiles(text: string): ParsedList<SecretSource> {
  return parseLines(text, (line): Parsed<SecretSource> => {
    const equals = line.indexOf('=');
    const [id, path] = [line.slice(0, Math.max(0, equals)), line.slice(equals + 1)];
    return idForm.test(id) && path !== ''
      ? ok({ kind: 'file', id, path })
      : notAllowed(withForm('id=path, such as npmrc=./.npmrc', line));
  });
}

function all<T>(words: readonly string[], parse: (word: string) => Parsed<T>): ParsedList<T> {
  const values: T[] = [];
  const bad: BadItem[] = [];
  for (const word of words) {
    const parsed = parse(word);
    if (parsed.ok) values.push(parsed.value);
    else bad.push({ item: word, allowed: parsed.allowed, line: undefined });
  }
  return bad.length === 0 ? { ok: true, value: values } : { ok: false, bad };
}
