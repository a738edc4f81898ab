import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { sourceFiles, type SourceFile } from '../support/source-files.ts';

/*
 * TypeScript reports what a file declares and does not use, but takes every export for used. An export that nobody
 * imports hides dead code from it, and tells the reader of a user elsewhere who does not exist.
 */

/** What a file offers to others, and all names that it mentions. */
interface Mentions {
  readonly exported: readonly string[];
  /** Files of which it exports everything again. */
  readonly passesOn: readonly string[];
  readonly names: ReadonlySet<string>;
}

function mentionsIn({ path, text, imports }: SourceFile): Mentions {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const stars = file.statements.filter(
    (one) => ts.isExportDeclaration(one) && one.exportClause === undefined,
  );
  return {
    exported: file.statements.flatMap(exportedBy),
    passesOn: stars.length === 0 ? [] : imports,
    names,
  };
}

function exportedBy(statement: ts.Statement): readonly string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause: clause } = statement;
    return clause !== undefined && ts.isNamedExports(clause)
      ? clause.elements.map(({ name }) => name.text)
      : [];
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? name.text : [],
    );
  const { name } = statement as ts.DeclarationStatement;
  return name === undefined ? [] : [name.text];
}

/** `path: name` of every export that no file mentions which imports that file, or one that passes it on. */
function unusedExports(files: readonly SourceFile[]): readonly string[] {
  const mentions = new Map(files.map((file) => [file.path, mentionsIn(file)]));
  const importersOf = (path: string): readonly string[] =>
    files
      .filter(({ imports }) => imports.includes(path))
      .flatMap((file) => [
        file.path,
        ...(mentions.get(file.path)?.passesOn.includes(path) === true ? importersOf(file.path) : []),
      ]);
  return [...mentions].flatMap(([path, { exported }]) => {
    if (exported.length === 0) return [];
    const importers = importersOf(path);
    return exported
      .filter((name) => !importers.some((file) => mentions.get(file)?.names.has(name) === true))
      .map((name) => `${path}: ${name}`);
  });
}

describe('unusedExports', () => {
  const file = (path: string, text: string, imports: readonly string[] = []) => ({ path, text, imports });
  test.each([
    { name: 'a value', text: 'export const here = 1;', unused: ['a.ts: here'] },
    { name: 'a function', text: 'export async function here() {}', unused: ['a.ts: here'] },
    {
      name: 'a type',
      text: 'export interface Here {}\nexport type There = Here;',
      unused: ['a.ts: Here', 'a.ts: There'],
    },
    { name: 'a class', text: 'export class Here {}', unused: ['a.ts: Here'] },
    {
      name: 'a list',
      text: "const here = 1;\nexport { here };\nexport { there } from './c.ts';",
      unused: ['a.ts: here', 'a.ts: there'],
    },
    { name: 'what is private', text: 'const here = 1;\nfunction there() { return here; }', unused: [] },
  ])('$name that nobody uses', ({ text, unused }) => {
    // The name alone is no use of it: b.ts does not import a.ts, and a.ts itself does not count.
    const files = [file('a.ts', `${text}\nhere(Here, there);`), file('b.ts', 'here(Here, There, there);')];
    expect(unusedExports(files)).toEqual(unused);
  });

  test.each([
    { name: 'an import', text: "import { here } from './a.ts';" },
    { name: 'an import of a type', text: "type Other = import('./a.ts').here;" },
    { name: 'a late import', text: "const { here } = await import('./a.ts');" },
    { name: 'an import of everything', text: "import * as a from './a.ts';\na.here();" },
    { name: 'a comment', text: "import './a.ts';\n// here", unused: ['a.ts: here'] },
  ])('$name', ({ text, unused = [] }) => {
    const files = [file('a.ts', 'export const here = 1;'), file('b.ts', text, ['a.ts'])];
    expect(unusedExports(files)).toEqual(unused);
  });

  test('a file that passes another on', () => {
    const files = [
      file('a.ts', 'export const here = 1, there = 2;'),
      file('b.ts', "export * from './a.ts';", ['a.ts']),
      file('c.ts', "import { here } from './b.ts';", ['b.ts']),
    ];
    expect(unusedExports(files)).toEqual(['a.ts: there']);
  });
});

test('everything that a file of src exports is used by another', () => {
  const files = sourceFiles();
  // What is passed on by src/ports.ts, and what only a late import uses, are among it.
  const exported = files
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap((file) => mentionsIn(file).exported);
  expect(exported).toEqual(expect.arrayContaining(['RepositoryPorts', 'passwordsIn', 'giveResults']));
  expect(exported.length).toBeGreaterThan(700);
  expect(unusedExports(files).filter((one) => one.startsWith('src/'))).toEqual([]);
});
