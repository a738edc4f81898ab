import { ShipError } from '../types/errors.ts';
import type { SmokeTest } from '../types/smoke.ts';

/** Parses the smoke-test input. Throws `invalid-input` with every problem and its line. */
export async function readSmokeTests(text: string): Promise<readonly SmokeTest[]> {
  if (text.trim() === '') return [];
  // The YAML parser is a chunk of its own, because most runs have no smoke test.
  const { parseSmokeTests } = await import('./smoke-input.ts');
  const parsed = parseSmokeTests(text);
  if (parsed.ok) return parsed.tests;
  const problems = parsed.problems.map(({ line, what }) => `line ${String(line)}: ${what}`);
  throw new ShipError({
    code: 'invalid-input',
    what: `Input smoke-test cannot be used: ${problems.join('; ')}.`,
    next: 'Correct it in the step; docs/how-to/smoke-tests.md has what may be in it.',
  });
}
