import type { Finding } from '../types/scan.ts';

/**
 * Whether an update fixes a finding. Basic scanning mostly gives `unknown`: at best it names a fixed version, and
 * if it names none, there may still be one.
 */
export function fixOf(finding: Finding): 'yes' | 'no' | 'unknown' {
  // A version to update to is a fix, whatever else the scanner says.
  if (finding.fixedIn !== undefined || finding.fix === 'yes' || finding.fix === 'partial') return 'yes';
  return finding.fix === 'no' ? 'no' : 'unknown';
}
