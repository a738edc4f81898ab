import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['src', 'local-ecr', 'bench', 'demo', 'faults', 'fuzz', 'scripts', '__tests__'];

/** A file of the project's code. Paths are relative to the root of the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The files that it imports, also only for types, and also on demand. */
  readonly imports: readonly string[];
}

/** All code of the project, without declarations. */
export function sourceFiles(): readonly SourceFile[] {
  const files = ts.sys
    .readDirectory(
      root,
      ['.ts', '.mjs'],
      undefined,
      folders.map((folder) => `${folder}/**/*`),
    )
    .filter((file) => !file.endsWith('.d.mts'))
    .map((file) => relative(root, file));
  const known = new Set(files);
  return files.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const imports = ts
      .preProcessFile(text, true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => join(dirname(path), fileName))
      .filter((one) => known.has(one));
    return { path, text, imports };
  });
}
