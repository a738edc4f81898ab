import { nearestWord } from '../types/nearest.ts';
import { severities, type Severity } from '../types/scan.ts';
import type { Policy } from '../types/verdict.ts';
import { notAllowed, ok, quote, type Parsed } from './parsed.ts';
import { plainWord } from './scalars.ts';

type Limits = Partial<Record<Severity, number>>;

const form = `none, one of ${severities.join(', ')}, or a budget such as critical=0,high=5`;
/** What other scanners and other inputs call one of these. */
const otherWords: Readonly<Record<string, string>> = {
  moderate: 'medium',
  important: 'high',
  crit: 'critical',
  info: 'informational',
  negligible: 'informational',
  unknown: 'undefined',
  untriaged: 'undefined',
  never: 'none',
  off: 'none',
  false: 'none',
  no: 'none',
};
/** Severities that say how bad a finding is. `undefined` says that nobody knows. */
const ranked = severities.slice(0, -1);

/**
 * `fail-on`, in any case and with blanks around its words:
 * - a severity (that one and every worse one are forbidden) or `none`,
 * - or a budget for some severities (`critical=0,high=5`), which limits every worse one as well,
 * - and beside either what a word means that is not ECR's (`high,severe=critical`).
 */
export function parseFailOn(text: string): Parsed<Pick<Policy, 'limits' | 'words'>> {
  const limits: Limits = {};
  const words = new Map<string, Severity>();
  const alone: string[] = [];
  for (const entry of plainWord(text).split(',')) {
    const [, name, , value] = /^\s*([a-z][a-z0-9_-]{0,39})\s*(=\s*([a-z0-9]+)\s*)?$/.exec(entry) ?? [];
    if (name === undefined) return notAllowed(form);
    if (value === undefined) {
      alone.push(name);
      continue;
    }
    const isTwice = words.has(name) || (isSeverity(name) && limits[name] !== undefined);
    if (isTwice) return notAllowed(`each severity once (${quote(name)} is there twice)`);
    if (isSeverity(name) && /^\d{1,6}$/.test(value)) limits[name] = Number(value);
    else if (!isSeverity(name) && name !== 'none' && isSeverity(value)) words.set(name, value);
    else if (!isSeverity(name) && name !== 'none' && /^\d+$/.test(value))
      return notAllowed(`${form}; ${quote(name)} is not ECR's, so say which of these it means: ${name}=high`);
    else return notAllowed(form);
  }
  const budget = Object.keys(limits).length > 0;
  const [only, ...others] = alone;
  if (others.length > 0 || (only === undefined) !== budget) return notAllowed(form);
  if (only === undefined) return ok({ limits: withWorseOnes(limits), words });
  if (only === 'none') return ok({ limits: {}, words });
  if (isSeverity(only)) return ok({ limits: withWorseOnes({ [only]: 0 }), words });
  const meant = Object.hasOwn(otherWords, only)
    ? otherWords[only]
    : nearestWord(only, ['none', ...severities], 2);
  return notAllowed(meant === undefined ? form : `${form} (did you mean ${meant}?)`);
}

/**
 * A limit holds for that severity and every worse one: one that is worse and not named is forbidden, for nobody who
 * counts medium findings means to let any number of critical ones pass. `undefined` stands beside the others, and
 * decides about them only where it is named alone.
 */
function withWorseOnes(named: Limits): Limits {
  const mildest =
    ranked.findLastIndex((severity) => named[severity] !== undefined) + 1 ||
    (named.undefined === undefined ? 0 : ranked.length);
  const worse = Object.fromEntries(ranked.slice(0, mildest).map((severity) => [severity, 0]));
  return { ...worse, ...named };
}

function isSeverity(text: string): text is Severity {
  return (severities as readonly string[]).includes(text);
}
