import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

// Brackets in brackets are hard to read, and half of a pair is easily somebody else's: an error of AWS or of docker brings
// its own. So what stands in brackets in a text of ours is short and known to have none.

const folder = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

/** What may be put into brackets, as it is written there: numbers, units, names and ids, none of which has a bracket. */
const plain = [
  /^String\(/,
  /^(?:quote|shortDigest|formatBytes|signedBytes|formatDuration|code)\(/,
  /\.toFixed\(\d\)$/,
  // The nearest right word of a list of ours, and what is told apart by a pattern that knows no brackets.
  /^(?:nearest|meant|bare|before|lower|word|name|text\.trim\(\)|severityAsGiven)$/,
  // Names and numbers of AWS, docker and GitHub.
  /^(?:signal|arn \?\? ''|place\.registryId|place\.region|platform|mediaType|planned\.tag|planned\.kind|image\.kind|image\.digest)$/,
  /^(?:comparison\.image\.digest|exception\.expires|revision\.commit|which|where\.join\(', '\))$/,
  // Sentences of a list of ours.
  /^(?:loginScope\(inputs\.login\)|origin|platforms|reasons\.join\(', '\)|platform\.scanner === 'unknown' \? .*)$/,
  // A link of Markdown.
  /^(?:target|helpOn\(errorCode, docs\))$/,
];

/** A text as it is written: what stands in it, and what is put into it. */
type Part = string | ts.Expression;

function partsOf(node: ts.Expression): Part[] {
  if (ts.isParenthesizedExpression(node)) return partsOf(node.expression);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text,
      ...node.templateSpans.flatMap(({ expression, literal }) => [expression, literal.text]),
    ];
  return isSum(node) ? [...partsOf(node.left), ...partsOf(node.right)] : [node];
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

/** What is wrong with one text; nothing about patterns, which are no texts. */
function wrongIn(parts: readonly Part[]): string[] {
  const wrong: string[] = [];
  let depth = 0;
  for (const part of parts) {
    if (typeof part === 'string')
      for (const character of part) {
        if (character === '(') depth += 1;
        if (character === ')') depth = Math.max(0, depth - 1);
        if (depth > 1) wrong.push('brackets in brackets');
      }
    else if (depth > 0 && !plain.some((pattern) => pattern.test(part.getText().replace(/\s+/g, ' '))))
      wrong.push(`${part.getText()} in brackets`);
  }
  return wrong;
}

function wrongTexts(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isPattern =
      ts.isTaggedTemplateExpression(node) ||
      (ts.isNewExpression(node) && node.expression.getText() === 'RegExp');
    if (isPattern) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || isSum(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const parts = partsOf(node);
      // What returns a pattern's source, such as `(?:${words})`, is no text either.
      if (!parts.some((part) => typeof part === 'string' && part.includes('(?:')))
        found.push(...wrongIn(parts).map((what) => `${name}:${String(line + 1)}: ${what}`));
      parts.filter((part) => typeof part !== 'string').forEach(visit);
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('no text has brackets in brackets, or in brackets what somebody else has written', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((name) => wrongTexts(name, readFileSync(`${folder}${name}`, 'utf8')))).toEqual([]);
});

test.each([
  ['`It failed (${messageOf(error)}).`', 'messageOf(error) in brackets'],
  ["'It failed (so ' + why + ').'", 'why in brackets'],
  ["'It failed (as it does (often)).'", 'brackets in brackets'],
  ['`It ${isNew ? `is (${why})` : ``}.`', 'why in brackets'],
])('%s is found', (text, what) => {
  expect(wrongTexts('a.ts', `const text = ${text};`)).toContain(`a.ts:1: ${what}`);
});

test.each([
  '`It failed: ${messageOf(error)}.`',
  '`${String(2)} of them (${String(1)} is new)`',
  "'(a) and (b)'",
])('%s is fine', (text) => {
  expect(wrongTexts('a.ts', `const text = ${text};`)).toEqual([]);
});
