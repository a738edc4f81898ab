/** Names of what is a secret by its name, wherever somebody has put it. */
const secretName =
  /(?:^|[_.-])(?:token|secret|passw(?:or)?d|pwd|credentials?|private[_-]?key|api[_-]?key|access[_-]?key)(?:$|[_.-])|(?:token|secret|password|apikey)$/i;

/** What services give out as secrets, by its beginning. Source: GitHub docs, "Supported secret scanning patterns". */
const secretValue =
  /^(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abpr]-|AKIA[0-9A-Z]{12}|-----BEGIN [A-Z ]*PRIVATE KEY)/;

/** Whether a value that stands under a name looks like a secret. */
export function looksSecret(name: string, value: string): boolean {
  return value !== '' && (secretName.test(name) || secretValue.test(value));
}
