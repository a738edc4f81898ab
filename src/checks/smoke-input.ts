import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type YAMLMap } from 'yaml';
import { parseDuration } from '../inputs/scalars.ts';
import type { Proof, SmokeTest } from '../types/smoke.ts';
import { tooDeep, tooDeepAt } from '../types/yaml-depth.ts';

/** One problem in the input, and its line. */
interface SmokeProblem {
  readonly line: number;
  readonly what: string;
}

type ParsedSmokeTests =
  | { readonly ok: true; readonly tests: readonly SmokeTest[] }
  | { readonly ok: false; readonly problems: readonly SmokeProblem[] };

const keys = [
  'name',
  'env',
  'port',
  'command',
  'http',
  'lambda',
  'health',
  'read-only',
  'open-port',
  'memory',
  'within',
];
const httpKeys = ['path', 'status', 'body', 'within', 'port'];
const proofs = ['command', 'http', 'lambda', 'health'] as const;

/** The port on which AWS's base images answer. Source: aws/aws-lambda-runtime-interface-emulator, README. */
const lambdaPort = 8080;
const usualPort = 3000;
const usualWithinMs = 60_000;
const usualMemory = '2g';

/** The least that docker accepts, since 20.10. Source: observed, "Minimum memory limit allowed is 6MB". */
const leastMemory = 6 * 1024 ** 2;

/**
 * Parses the input `smoke-test`: one test as a mapping, several as a list or as YAML documents. Values are not
 * coerced, unknown keys are errors, and all problems are reported together.
 */
export function parseSmokeTests(text: string): ParsedSmokeTests {
  const deepAt = tooDeepAt(text);
  if (deepAt !== undefined) return { ok: false, problems: [{ line: deepAt, what: tooDeep }] };
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, prettyErrors: false });
  const problems: SmokeProblem[] = [];
  const report = (node: unknown, what: string) => {
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    problems.push({ line: counter.linePos(range?.[0] ?? 0).line, what });
  };
  if (!Array.isArray(documents)) return { ok: true, tests: [] };
  const tests: SmokeTest[] = [];
  for (const document of documents) {
    for (const { pos, message } of document.errors)
      problems.push({
        line: counter.linePos(pos[0]).line,
        what: (message.split('\n')[0] ?? '').replace(/:$/, ''),
      });
    if (document.errors.length > 0) continue;
    const root = document.contents;
    const entries: unknown[] = isSeq(root) ? root.items : root === null ? [] : [root];
    for (const entry of entries) {
      const test = isMap(entry) ? readTest(entry, tests.length + 1, report) : undefined;
      if (!isMap(entry)) report(entry, `a test is a mapping with one of ${proofs.join(', ')}`);
      if (test !== undefined) tests.push(test);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, tests };
}

type Tell = (node: unknown, what: string) => void;

function readTest(map: YAMLMap, number: number, report: Tell): SmokeTest | undefined {
  unknownKeys(map, keys, report);
  const given = proofs.filter((proof) => map.has(proof));
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    report(
      map,
      `a test has one of ${proofs.join(', ')}${given.length > 1 ? `, and this one has ${given.join(' and ')}` : ''}`,
    );
    return undefined;
  }
  const inner: unknown = map.get(kind, true);
  const nested = isMap(inner) ? inner : undefined;
  if (nested !== undefined) unknownKeys(nested, kind === 'http' ? httpKeys : ['event', 'within'], report);
  const proof = readProof(kind, inner, report);
  const within = readWithin(nested?.get('within', true) ?? map.get('within', true), report);
  const portNode: unknown = nested?.get('port', true) ?? map.get('port', true);
  const port = portNode === undefined ? (kind === 'lambda' ? lambdaPort : usualPort) : numberOf(portNode);
  if (port === undefined || port < 1 || port > 65_535) report(portNode, 'port is a number from 1 to 65535');
  if (proof === undefined || port === undefined) return undefined;
  return {
    name: textOf(map.get('name', true)) ?? `${kind} ${String(number)}`,
    proof,
    withinMs: within,
    port,
    env: readEnv(map.get('env', true), report),
    readOnly: readFlag('read-only', map, report),
    openPort: readFlag('open-port', map, report),
    memory: readMemory(map.get('memory', true), report),
  };
}

function readProof(kind: (typeof proofs)[number], node: unknown, report: Tell): Proof | undefined {
  switch (kind) {
    case 'command': {
      const words = isSeq(node) ? node.items.map(textOf) : [];
      if (words.length > 0 && words.every((word) => word !== undefined)) return { kind, command: words };
      report(node, 'command is a list of words, such as [node, dist/index.js, --version]');
      return undefined;
    }
    case 'http':
      return readHttp(node, report);
    case 'lambda': {
      if (!isMap(node) && !isNothing(node) && !isTrue(node)) {
        report(node, "lambda is a mapping, such as { event: '{}' }");
        return undefined;
      }
      const event = isMap(node) ? node.get('event', true) : undefined;
      if (event === undefined) return { kind, event: '{}' };
      const text = textOf(event) ?? JSON.stringify((event as { toJSON(): unknown }).toJSON());
      if (isJson(text)) return { kind, event: text };
      report(event, 'event is JSON');
      return undefined;
    }
    case 'health':
      if (isTrue(node)) return { kind };
      report(node, 'health is true: a test that is not wanted is left out');
      return undefined;
  }
}

function readHttp(node: unknown, report: Tell): Proof | undefined {
  const isShort = isScalar(node) && typeof node.value === 'string';
  const path = isShort
    ? String(node.value)
    : isMap(node)
      ? (textOf(node.get('path', true)) ?? '/')
      : undefined;
  if (path?.startsWith('/') !== true || /[\s\p{Cc}]/u.test(path)) {
    report(node, 'http has a path that begins with /, such as { path: /api/health, status: 200 }');
    return undefined;
  }
  const statusNode: unknown = isMap(node) ? node.get('status', true) : undefined;
  const status = statusNode === undefined ? 200 : numberOf(statusNode);
  if (status === undefined || status < 100 || status > 599) {
    report(statusNode, 'status is a number such as 200');
    return undefined;
  }
  return { kind: 'http', path, status, body: isMap(node) ? textOf(node.get('body', true)) : undefined };
}

function readEnv(node: unknown, report: Tell): string[] {
  if (node === undefined) return [];
  if (!isMap(node)) {
    report(node, 'env is a mapping, such as { NODE_ENV: production }');
    return [];
  }
  return node.items.flatMap(({ key, value }) => {
    const [name, text] = [textOf(key), textOf(value)];
    // Variables go to docker in a file, which keeps them out of the command line; it holds one per line.
    if (name !== undefined && text !== undefined && /^[A-Za-z_]\w*$/.test(name) && !/[\r\n]/.test(text))
      return [`${name}=${text}`];
    report(key, 'env has names and values of one line');
    return [];
  });
}

function readWithin(node: unknown, report: Tell): number {
  if (node === undefined) return usualWithinMs;
  const parsed = parseDuration(textOf(node) ?? '');
  if (!parsed.ok) report(node, `within is ${parsed.allowed}`);
  return parsed.ok ? parsed.value : usualWithinMs;
}

function readFlag(name: string, map: YAMLMap, report: Tell): boolean {
  const node: unknown = map.get(name, true);
  if (node === undefined) return false;
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  report(node, `${name} is true or false`);
  return false;
}

function readMemory(node: unknown, report: Tell): string {
  if (node === undefined) return usualMemory;
  const text = textOf(node) ?? '';
  const [, number = '', unit = ''] = /^(\d+)([bkmg]?)$/i.exec(text) ?? [];
  // For docker 0 is no limit at all, and less than this is no container.
  if (number === '' || Number(number) * bytesOf(unit.toLowerCase()) < leastMemory)
    report(node, 'memory is a size such as 512m or 2g, and at least 6m');
  return text;
}

function bytesOf(unit: string): number {
  return 1024 ** Math.max(0, ['b', 'k', 'm', 'g'].indexOf(unit));
}

function isTrue(node: unknown): boolean {
  return isScalar(node) && node.value === true;
}

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function unknownKeys(map: YAMLMap, known: readonly string[], report: Tell): void {
  for (const { key } of map.items) {
    const name = textOf(key) ?? '';
    if (!known.includes(name))
      report(key, `there is no ${JSON.stringify(name)}; a test has ${known.join(', ')}`);
  }
}

function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value));
}

function numberOf(node: unknown): number | undefined {
  const text = textOf(node);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
