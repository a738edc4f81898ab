import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Where a page of the documentation is, whatever folder it is in. */
export function pageOf(name: string): string {
  const [path] = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter(
    (file) => basename(file) === name,
  );
  if (path === undefined) throw new Error(`there is no page ${name}`);
  return join('docs', path);
}
