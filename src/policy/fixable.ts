import type { Finding } from '../types/scan.ts';

/**
 * Whether a finding can be fixed by an update. `unknown` is what basic scanning mostly leaves us with: it names a
 * fixed version at best, and its silence does not mean that there is none.
 */
export function fixOf(finding: Finding): 'yes' | 'no' | 'unknown' {
  // A version to update to is a fix, whatever else is said.
  if (finding.fixedIn !== undefined || finding.fix === 'yes' || finding.fix === 'partial') return 'yes';
  return finding.fix === 'no' ? 'no' : 'unknown';
}
