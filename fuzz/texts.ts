import fc from 'fast-check';

/** Texts that have a meaning to one of the parsers, or to what shows their messages. */
const tokens = [
  ...[
    '"',
    "'",
    '`',
    ',',
    '=',
    ':',
    ';',
    '#',
    '!',
    '*',
    '**',
    '?',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '\\',
    '/',
    '..',
    '-',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '\0',
    ' ',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\u202e',
    '\u001b[31m',
    '\ud800',
    '💥',
    'é',
    'ı',
  ],
  ...[
    '{{',
    '}}',
    '${{',
    '%0A',
    '::',
    '&',
    '<',
    '>',
    '|',
    '@',
    '~',
    '+',
    '_',
    '$',
    '0',
    '9',
    '-1',
    '1e999',
    'null',
  ],
  ...[
    'true',
    'sha256:',
    'v1.2.3',
    '1.0.0-rc.1',
    'latest',
    'linux/amd64',
    'type=',
    '__proto__',
    'constructor',
  ],
];

/**
 * A text that looks a little like a real one: a sample with parts replaced, doubled, cut out and exchanged, or only
 * tokens.
 * @param samples texts that the parser accepts
 */
export function mangled(samples: readonly string[]): fc.Arbitrary<string> {
  const token = fc.constantFrom(...tokens);
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.integer({ min: 0, max: 12 }),
    put: fc.oneof(token, fc.string({ maxLength: 4 }), fc.constant('')),
    times: fc.oneof(
      { weight: 9, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 300 }) },
    ),
  });
  const edited = fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 6 }))
    .map(([sample, edits]) => edits.reduce(apply, sample));
  const crossed = fc
    .tuple(edited, edited, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([a, b, at]) => a.slice(0, Math.floor(a.length * at)) + b.slice(Math.floor(b.length * at)));
  return fc.oneof(
    { weight: 6, arbitrary: edited },
    { weight: 2, arbitrary: crossed },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.oneof(token, fc.string({ maxLength: 3 })), { maxLength: 40 })
        .map((all) => all.join('')),
    },
  );
}

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
  readonly times: number;
}

function apply(text: string, { at, cut, put, times }: Edit): string {
  const start = Math.floor(text.length * at);
  return text.slice(0, start) + put.repeat(times) + text.slice(start + cut);
}

/** JSON with wrong leaves and members. */
export function mangledJson(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(null, true, -1, 0, 1e308, '', '\u202e', [], {}, [null], { a: {} }, 'sha256:'),
    fc.constantFrom(...tokens),
  );
  const step = fc.tuple(fc.nat({ max: 60 }), leaf, fc.boolean());
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(step, { maxLength: 4 }))
    .map(([sample, steps]) =>
      steps.reduce((value, [at, put, isDropped]) => changed(value, at, put, isDropped), sample),
    );
}

/** A copy in which the `at`th member or element on the way is replaced, or removed. */
function changed(value: unknown, at: number, put: unknown, isDropped: boolean): unknown {
  let left = at;
  const walk = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node))
      return node.flatMap((one): unknown[] => (left-- === 0 ? (isDropped ? [] : [put]) : [walk(one)]));
    return Object.fromEntries(
      Object.entries(node).flatMap(([name, one]): [string, unknown][] =>
        left-- === 0 ? (isDropped ? [] : [[name, put]]) : [[name, walk(one)]],
      ),
    );
  };
  return walk(value);
}

/** How long a text may be that somebody sends on purpose, in characters: an input has at most a megabyte. */
const pumped = 100_000;

/** Texts that are long in only one way: a parser's time may grow with their length, and no faster. */
export function pumps(samples: readonly string[]): string[] {
  const heads = ['', ...samples.map((sample) => sample.slice(0, 40))];
  const units = [
    ...tokens,
    'a',
    'a=',
    '"a",',
    '{{a}}',
    '**/',
    '*a',
    '[a',
    '\\\n',
    '- a\n',
    'a: ',
    'FROM a\n',
    '::debug::',
  ];
  const tails = ['', '!', '\n', '"'];
  return units.flatMap((unit, at) => {
    const head = heads[at % heads.length] ?? '';
    const tail = tails[at % tails.length] ?? '';
    const body = unit.repeat(Math.ceil(pumped / unit.length));
    return [body, head + body + tail];
  });
}
