import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, test } from '@jest/globals';

type Found = Readonly<Record<string, { readonly path?: string; readonly why?: string }>>;

const found = JSON.parse(process.env['ECR_SHIP_EXTRA_TOOLS'] ?? '{}') as Found;

/** The path of a tool's program. */
export function tool(name: string): string {
  const path = found[name]?.path;
  if (path === undefined) throw new Error(whyMissing(name));
  return path;
}

/** Declares the tests of a body where the tools are; elsewhere a test that is not run says why. */
export function withTools(names: readonly string[], what: string, body: () => void): void {
  const missing = names.filter((name) => found[name]?.path === undefined);
  describe(what, () => {
    if (missing.length === 0) body();
    else test.skip(`(not run: ${missing.map(whyMissing).join('; ')})`, () => undefined);
  });
}

function whyMissing(name: string): string {
  return found[name]?.why ?? `${name} was not asked for: npm run opinions does`;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a tool to its end, whatever end that is. It gets no variable of this process but where programs are. */
export async function ended(
  name: string,
  args: readonly string[],
  { env = {}, cwd }: Run = {},
): Promise<Ended> {
  const options = {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    maxBuffer: 1e8,
    ...(cwd !== undefined && { cwd }),
  };
  return promisify(execFile)(tool(name), [...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as Partial<Ended> & Error;
      if (typeof code !== 'number') throw error;
      return { code, stdout: stdout ?? '', stderr: stderr ?? '' };
    },
  );
}

/** What a tool prints when it succeeds. */
export async function output(name: string, args: readonly string[], run?: Run): Promise<string> {
  const { code, stdout, stderr } = await ended(name, args, run);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${String(code)}: ${stdout}${stderr}`);
  return stdout;
}
