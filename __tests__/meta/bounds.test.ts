import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    // Comments speak of what the code does not do.
    return { path, text: text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '') };
  });
const usersOf = (pattern: RegExp) =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();

/** The ways in which bytes of somebody else come in, who may use them, and why those have a bound. */
const ways = [
  {
    way: 'a whole file at once',
    pattern: /\breadFile(?:Sync)?\(/,
    allowed: {
      'adapters/docker/docker-config-file.ts': 'after its size was looked at',
      'adapters/docker/engine-traffic.ts': 'the kernel: /proc/net/dev',
      'adapters/git/git-head.ts': 'after its size was looked at',
      'adapters/git/git-process.ts': 'after its size was looked at',
      'adapters/machine/processes.ts': 'the kernel: /proc/<pid>/stat',
    },
  },
  {
    way: 'the body of an answer by fetch',
    pattern: /\.(?:json|text|arrayBuffer|blob|bytes)\(\)/,
    allowed: { 'adapters/docker/docker-run.ts': 'no answer: the end of an output that was kept' },
  },
  {
    way: 'a body, piece by piece',
    pattern: /\bfor await \(|\.on\('data'/,
    allowed: {
      'adapters/docker/docker-process.ts': 'gives chunks to those who count them',
      'adapters/docker/docker-run.ts': 'keeps a tail, or counts',
      'adapters/docker/engine-socket.ts': 'counts',
      'adapters/git/git-process.ts': 'counts',
      'adapters/http/http-answer.ts': 'counts',
      'adapters/github/github-fetch.ts': 'counts',
      'adapters/registry/registry-blobs.ts': 'passes on as many bytes as the descriptor says',
      'adapters/git/context-files.ts': 'hashes, and counts',
      'adapters/ecr/image-answers.ts': 'pages of a list, each of which is bounded, and so is their number',
    },
  },
  {
    way: 'a process that collects its output by itself',
    pattern: /\bexecFile(?:Sync)?\(|(?<!\.)\bexec(?:Sync)?\(['"`]|spawnSync\(/,
    allowed: {},
  },
  {
    way: 'YAML, whose parser goes one call deeper with each level',
    pattern: /\bparse(?:All)?Documents?\(/,
    allowed: {
      'checks/smoke-input.ts': 'tooDeepAt comes first',
      'inputs/yaml-reader.ts': 'tooDeepAt comes first',
      'policy/exceptions-file.ts': 'tooDeepAt comes first',
    },
  },
] as const;

test.each(ways)('$way is read only where it has a bound', ({ pattern, allowed }) => {
  const users = usersOf(pattern);
  expect(users.filter((path) => !(path in allowed))).toEqual([]);
  // A row that nobody needs any more is taken out.
  expect(Object.keys(allowed).filter((path) => !users.includes(path))).toEqual([]);
});

test('who reads YAML looks at its depth first', () => {
  for (const path of Object.keys(ways[4].allowed)) {
    const { text } = sources.find((source) => source.path === path)!;
    expect([path, text.includes('tooDeepAt(')]).toEqual([path, true]);
  }
});

test('sizes in bytes are in one file, each with a reason, and each is used', () => {
  const size = /(?:\*\*? |\b)1024\b(?: \*|\b)|\b[1-9]\d* \* 1024\b|\b(?:1_048_576|4_194_304|65_536)\b/;
  const allowed: Readonly<Record<string, string>> = {
    'types/bounds.ts': 'their home',
    'types/runtimes.ts': 'what AWS Lambda, ECS and EKS take',
    'checks/size.ts': 'a unit that people write',
    'report/documents/comment.ts': 'what GitHub takes of ours',
    'report/sarif.ts': 'what GitHub shows of ours',
    'checks/smoke-input.ts': 'limits of a container',
    'checks/smoke.ts': 'limits of a container',
    'docker/ignore.ts': 'a length of a pattern',
    'inputs/repository-settings.ts': 'what ECR Public takes of ours',
    'adapters/registry/registry-blobs.ts': 'a speed',
    'adapters/docker/stall-watch.ts': 'a speed',
    'inputs/sizes.ts': 'units that people write',
    'inputs/table/build.ts': 'an example',
    'docker/engine-sizes.ts': 'what a manifest may weigh at most, of which none is read',
  };
  expect(usersOf(size).filter((path) => !(path in allowed))).toEqual([]);
  const home = readFileSync(join(root, 'types/bounds.ts'), 'utf8');
  const names = [...home.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(25);
  for (const name of names) {
    const users = sources.filter(({ path, text }) => path !== 'types/bounds.ts' && text.includes(name));
    expect([name, users.length > 0]).toEqual([name, true]);
    // A reason stands above it, or above the one that belongs to it.
    expect([name, new RegExp(`(?:\\*/\\n|;\\n)export const ${name}\\b`).test(home)]).toEqual([name, true]);
  }
});
