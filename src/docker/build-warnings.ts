import type { Log } from '../ports.ts';
import type { ErrorPlace } from '../types/errors.ts';
import { ShipError } from '../types/errors.ts';
import { clause, withoutColour } from '../types/text.ts';

/** A builder's warning about a line of the Dockerfile. */
interface BuildWarning {
  /** A clause: `JSONArgsRecommended: JSON arguments recommended for CMD`. */
  readonly what: string;
  /** Counted from 1; undefined if the builder does not say. */
  readonly line: number | undefined;
}

/** How many are shown as annotations: the runner shows ten warnings per step, and others may matter more. */
const shownWarnings = 5;

/**
 * Finds the warnings that buildx prints at the end of a build, or when it checks a Dockerfile. Before BuildKit 0.14
 * they have no line numbers.
 * Source: docker/buildx, commands/build.go (printWarnings); moby/buildkit, frontend/subrequests/lint/lint.go
 * (PrintTo), solver/errdefs/source.go.
 */
export function warningsIn(output: string): BuildWarning[] {
  const text = withoutColour(output).replaceAll('\r\n', '\n');
  const all = [...listedWarnings(text), ...checkedWarnings(text)];
  return all.filter(
    ({ what, line }, at) => all.findIndex((one) => one.what === what && one.line === line) === at,
  );
}

/**
 * Reads `2 warnings found (use docker --debug to expand):` and the following line for each. Lines that a step prints
 * begin with its number.
 */
function listedWarnings(text: string): BuildWarning[] {
  const lines = text.split('\n');
  const start = lines.findLastIndex((line) => /^\s{0,4}\d+ warnings? found(?: \([^)]*\))?:\s*$/.test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith(' - '));
  return rest.slice(0, end < 0 ? rest.length : end).map((line) => {
    const [, what = '', at] = /^ - (.*?)(?: \(line (\d{1,7})\))?\s*$/.exec(line) ?? [];
    return { what: clause(what), line: at === undefined ? undefined : Number(at) };
  });
}

/** Reads the blocks of `--call=check`: the rule and its page, what is wrong, and an excerpt of the Dockerfile. */
function checkedWarnings(text: string): BuildWarning[] {
  const blocks = text.matchAll(
    /^WARNING: (\w{1,100})(?: - \S{1,500})?\n([^\n]{1,1000})\n\n?(?:[^\n]{1,500}:(\d{1,7})\n-{20})?/gm,
  );
  return [...blocks].map(([, rule = '', detail = '', at]) => ({
    what: `${rule}: ${clause(detail)}`,
    line: at === undefined ? undefined : Number(at),
  }));
}

/**
 * Logs warnings, each at its line of the Dockerfile.
 * @param dockerfile its path in the workspace; undefined if it is somewhere else
 */
export function tellBuildWarnings(
  output: string,
  dockerfile: string | undefined,
  log: Pick<Log, 'info' | 'warning'>,
): void {
  const warnings = warningsIn(output);
  for (const { what, line } of warnings.slice(0, shownWarnings)) {
    const at = dockerfile === undefined || line === undefined ? undefined : { file: dockerfile, line };
    log.warning(`The builder warns${line === undefined ? '' : ` of line ${String(line)}`}: ${what}.`, at);
  }
  const more = warnings.length - shownWarnings;
  if (more > 0) log.info(`The builder has ${String(more)} more warnings; they are in its output above.`);
}

/** The error for a check that found something; undefined if it found nothing, so that the cause is something else. */
export function failedCheck(output: string, dockerfile: string | undefined): ShipError | undefined {
  const warnings = warningsIn(output);
  const [first] = warnings;
  if (first === undefined) return undefined;
  const named = warnings.slice(0, shownWarnings).map(({ what, line }) => `${lineText(line)}${what}`);
  const more = warnings.length - named.length;
  const places = warnings.flatMap(({ what, line }): ErrorPlace[] =>
    dockerfile === undefined || line === undefined ? [] : [{ file: dockerfile, line, what: `${what}.` }],
  );
  return new ShipError({
    code: 'build-failed',
    what: `The checks of the Dockerfile found something: ${named.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`,
    next: 'Correct those lines; a comment such as # check=skip=JSONArgsRecommended at the top of the Dockerfile turns a check off.',
    places,
  });
}

function lineText(line: number | undefined): string {
  return line === undefined ? '' : `line ${String(line)}: `;
}
