import { notAllowed, ok, otherForm, type Parsed } from './parsed.ts';

/**
 * Matches a name that is more likely a piece of YAML, of JSON, or of a value of several lines: it begins with a
 * quote, `#`, a brace, a bracket or a hyphen.
 */
const notAName = /^["'#{}[\]-]/;
const several = 'put a value of several lines in double quotes as a whole: "NAME=first line, second line"';

/** Parses a build argument: `NAME=value`, or `NAME` alone to take the value from the environment. */
export function parseBuildArg(text: string): Parsed<string> {
  const form = 'one NAME=value a line, or NAME alone to take it from the environment';
  if (notAName.test(text)) return notAllowed(rightForm(form, text));
  const pair = /^[A-Za-z_][\w.-]*: /.test(text) ? ', with an equals sign and not a colon' : '';
  return /^[^=\s"'{}]+=/.test(text) || /^[A-Za-z_][\w.-]*$/.test(text)
    ? ok(text)
    : notAllowed(`${form}${pair}`);
}

/** Parses a label or an annotation: `name=value`. */
export function parseLabel(text: string): Parsed<string> {
  const form = 'one name=value a line';
  if (notAName.test(text)) return notAllowed(rightForm(form, text));
  const pair = /^[A-Za-z_][\w./-]*: /.test(text) ? ', with an equals sign and not a colon' : '';
  return /^[^=\s"'{}]+=/.test(text) ? ok(text) : notAllowed(`${form}${pair}`);
}

function rightForm(form: string, text: string): string {
  const other = otherForm(text);
  return other === undefined ? `${form}; ${several}` : `${form}, ${other}`;
}

/** Parses a path of the repository with `*`, `**` and `?`. A path that leaves the repository is in no commit. */
export function parseGlob(text: string): Parsed<string> {
  const path = text.replace(/^!/, '').replace(/^\.\//, '');
  const isInside =
    path !== '' && !path.startsWith('/') && !path.startsWith(':') && !path.split('/').includes('..');
  return isInside
    ? ok(text.startsWith('!') ? `!${path}` : path)
    : notAllowed('paths of the repository such as services/api/** (a leading ! takes paths out)');
}
