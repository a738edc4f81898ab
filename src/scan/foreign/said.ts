/**
 * What scanners write into the texts of a result, because SARIF has no place for a package: lines with a name, a
 * colon and a value. Names are in lower case.
 */
export type Said = ReadonlyMap<SaidName, string>;

const names = {
  vulnerability: 'vulnerability',
  severity: 'severity',
  package: 'package',
  'installed version': 'installed',
  version: 'installed',
  'fixed version': 'fixed',
  'fix version': 'fixed',
  link: 'link',
} as const;
type SaidName = (typeof names)[keyof typeof names];

/** These lines are at the beginning; after them may come a description of any length. */
const readCharacters = 4096;
const readLines = 20;

/**
 * Reads the lines of a text. Trivy writes `Package: musl` and `Vulnerability CVE-2026-1`, Grype `Fix Version: 1.2`,
 * Docker Scout `Fixed version : not fixed`. The first line with a name counts, even an empty one.
 * Source: aquasecurity/trivy, pkg/report/sarif.go; anchore/grype, grype/presenter/sarif/presenter.go; SARIF of docker
 * scout 1.20.
 */
export function saidIn(text: string): Said {
  const said = new Map<SaidName, string>();
  for (const line of text.slice(0, readCharacters).split('\n', readLines)) {
    const colon = line.indexOf(':');
    const vulnerability = /^\s*Vulnerability\s+([^\s:]\S*)\s*$/.exec(line)?.[1];
    const [name, value] =
      vulnerability !== undefined
        ? ['vulnerability', vulnerability]
        : [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()];
    if (!Object.hasOwn(names, name)) continue;
    const meant = names[name as keyof typeof names];
    if (!said.has(meant)) said.set(meant, value);
  }
  return said;
}
