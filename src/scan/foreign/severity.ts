import type { Finding } from '../../types/scan.ts';
import { parseSeverity } from '../../types/severity-word.ts';

/** How bad a finding is, as far as it is known. */
export type Severity = Pick<Finding, 'severity' | 'severityAsGiven' | 'score'>;

/** Where a result may give its severity, in order of precedence. */
interface SaidSeverity {
  /** `properties.security-severity` of the result, or of its rule. */
  readonly score: string | number | undefined;
  /** The tool's own word. */
  readonly word: string | undefined;
  /** SARIF's level, of the result or of its rule. */
  readonly level: string;
}

/**
 * The severity of a result: its score, by GitHub's and CVSS's bands, or else the tool's word, or else SARIF's level.
 * A score of 0 says nothing: Trivy and Grype write it if they do not know.
 * Source: GitHub docs, "SARIF support for code scanning", reportingDescriptor; FIRST, CVSS v3.1, "Qualitative
 * Severity Rating Scale"; the two tools' sources (see said.ts).
 */
export function severityOf({ score: given, word, level }: SaidSeverity): Severity {
  const score = scoreOf(given);
  if (score !== undefined) return { severity: bandOf(score), score };
  return word === undefined ? ofLevel(level) : ofWord(word);
}

function scoreOf(given: string | number | undefined): number | undefined {
  const score = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  return typeof score === 'number' && score > 0 && score <= 10 ? score : undefined;
}

function bandOf(score: number): Severity['severity'] {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

/** Trivy's and Docker Scout's words for "not known" are ECR's `undefined`; any other foreign word counts as the worst. */
function ofWord(word: string): Severity {
  const lower = word.toLowerCase();
  if (lower === 'unknown' || lower === 'unspecified') return { severity: 'undefined' };
  if (lower === 'negligible') return { severity: 'informational' };
  return parseSeverity(word);
}

/** Tools use `error` for both high and critical, so it counts as the worst until the policy says what it means. */
function ofLevel(level: string): Severity {
  switch (level) {
    case 'warning':
      return { severity: 'medium' };
    case 'note':
      return { severity: 'low' };
    case 'none':
      return { severity: 'undefined' };
    default:
      return parseSeverity(level);
  }
}
