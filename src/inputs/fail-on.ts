import { nearestWord } from '../types/nearest.ts';
import { severities, type Severity } from '../types/scan.ts';
import type { Policy } from '../types/verdict.ts';
import { notAllowed, ok, quote, type Parsed } from './parsed.ts';
import { plainWord } from './scalars.ts';

type Limits = Partial<Record<Severity, number>>;

const form = `none, one of ${severities.join(', ')}, or a budget such as critical=0,high=5`;
/** What other scanners and inputs call our severities. */
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
/** The severities that rank a finding; `undefined` means that its severity is unknown. */
const ranked = severities.slice(0, -1);

/**
 * Parses `fail-on`, in any case and with blanks around its words:
 * - a severity (that one and every worse one are forbidden) or `none`;
 * - or a limit for some severities (`critical=0,high=5`), which also limits every worse one;
 * - and with either of them, the meaning of words that are not ECR's (`high,severe=critical`).
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
 * Applies each limit to all worse severities. A worse one without a limit is forbidden: nobody who limits medium
 * findings means to allow any number of critical ones. `undefined` is separate from the others, and decides about
 * them only if it is the only one named.
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
