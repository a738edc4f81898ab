/** Names that say their value is secret, wherever they appear. */
const secretName =
  /(?:^|[_.-])(?:token|secret|passw(?:or)?d|pwd|credentials?|private[_-]?key|api[_-]?key|access[_-]?key)(?:$|[_.-])|(?:token|secret|password|apikey)$/i;

/** How the secrets that services issue begin. Source: GitHub docs, "Supported secret scanning patterns". */
const secretValue =
  /^(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abpr]-|AKIA[0-9A-Z]{12}|-----BEGIN [A-Z ]*PRIVATE KEY)/;

/** Whether a value with this name looks like a secret. */
export function looksSecret(name: string, value: string): boolean {
  return value !== '' && (secretName.test(name) || secretValue.test(value));
}
