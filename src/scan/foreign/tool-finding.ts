import { parseDigest, type Digest } from '../../types/digest.ts';
import { isObject, type Json, type JsonObject } from '../../types/json.ts';
import { Refusal } from '../../types/refusal.ts';
import { mostFindings } from '../../types/bounds.ts';
import { unnamed, type Finding } from '../../types/scan.ts';
import { clause } from '../../types/text.ts';
import { wordOf } from './json-members.ts';

/** Names, versions and ids are not longer. */
const mostCharacters = 300;
const mostDescription = 1000;
const mostAddress = 2000;
const mostName = 60;

/** A finding as a tool writes it, before its texts are shortened. */
interface GivenFinding extends Pick<Finding, 'severity' | 'severityAsGiven' | 'score' | 'fix'> {
  readonly tool: string;
  readonly id: Json | undefined;
  readonly package: Json | undefined;
  readonly installed: Json | undefined;
  readonly fixedIn?: Json | undefined;
  readonly description?: Json | undefined;
  readonly uri?: Json | undefined;
}

/** A finding in our terms; whatever is not a string, or blank, is left out. */
export function toolFinding(given: GivenFinding): Finding {
  const { tool, id, severity, severityAsGiven, score, fix } = given;
  const texts = {
    package: wordOf(given.package, mostCharacters),
    installed: wordOf(given.installed, mostCharacters),
    fixedIn: wordOf(given.fixedIn, mostCharacters),
    description: wordOf(given.description, mostDescription),
    uri: addressOf(given.uri),
  };
  const known = Object.entries(texts).filter(([, text]) => text !== undefined);
  return {
    id: wordOf(id, mostCharacters) ?? unnamed,
    severity,
    ...(severityAsGiven !== undefined && { severityAsGiven }),
    ...(score !== undefined && { score }),
    ...(fix !== undefined && { fix }),
    ...(Object.fromEntries(known) as Partial<Finding>),
    saidBy: [tool],
  };
}

function addressOf(value: Json | undefined): string | undefined {
  const text = wordOf(value, mostAddress);
  return text !== undefined && /^https?:\/\//.test(text) ? text : undefined;
}

/** `Trivy 0.69.3`. Throws Refusal if the file does not name its tool. */
export function toolName(name: Json | undefined, version: Json | undefined): string {
  const called = wordOf(name, mostName);
  if (called === undefined) throw new Refusal('it does not say which tool it is of');
  const numbered = wordOf(version, mostName);
  return numbered === undefined ? clause(called) : `${clause(called)} ${clause(numbered)}`;
}

/** The objects of a list that a scan must have. Throws Refusal if it has none, because the tool has then not scanned. */
export function listOf(value: Json | undefined, what: string): readonly JsonObject[] {
  if (!Array.isArray(value)) throw new Refusal(`it has no list of ${what}: the tool did not look for any`);
  const list = value as readonly Json[];
  if (list.length > mostFindings)
    throw new Refusal(`it has ${String(list.length)} ${what}, and at most ${String(mostFindings)} are read`);
  const objects = list.filter(isObject);
  if (objects.length < list.length) throw new Refusal(`one of its ${what} is no object`);
  return objects;
}

/** The objects of a list that a tool leaves out, or writes as null, where it is empty. Throws Refusal if it is anything else. */
export function listIfAny(value: Json | undefined, what: string): readonly JsonObject[] {
  return value === undefined || value === null ? [] : listOf(value, what);
}

/** Parses an RFC 3339 time into milliseconds since 1970. */
export function timeOf(value: Json | undefined): number | undefined {
  const at = Date.parse(wordOf(value, 40) ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** The digests in some texts, alone or after a name: `sha256:…`, `app@sha256:…`. */
export function digestsOf(texts: readonly (Json | undefined)[]): Digest[] {
  const found = texts.flatMap((text) => {
    const [, digest = ''] =
      /(?:^|@)(sha256(?::|%3A)[0-9a-f]{64})(?:$|\?)/i.exec(wordOf(text, 4096) ?? '') ?? [];
    return parseDigest(digest.replace(/%3A/i, ':')) ?? [];
  });
  return [...new Set(found)];
}
