import type { IncompleteReason } from '../types/scan.ts';

/** What to do about an incomplete scan, in full sentences. */
export function adviceFor(reason: IncompleteReason): string {
  switch (reason) {
    case 'unsupported':
      return 'Build on a base image whose operating system the scanner knows; an image from scratch has none.';
    case 'failed':
      return 'Build the image again; the same image can be scanned again 24 hours after its last scan.';
    case 'timed-out':
      return 'Raise the input scan-timeout; if no scan begins at all, look at the scanning configuration of the registry.';
    case 'not-started':
      return "Add the repository to the filters of the registry's scanning configuration.";
    case 'expired':
      return 'Push the image again, or lengthen the re-scan duration in the settings of Amazon Inspector.';
    case 'limited':
      return "Wait until the quota is free again (basic scanning: 24 hours), or have the account's quota raised.";
    case 'archived':
      return 'Restore the image from the archive, or push it again.';
    case 'unavailable':
      return 'Run the job again; if it stays, look at the image in the console of Amazon ECR or Amazon Inspector.';
    case 'not-given':
      return 'Give a SARIF file for each platform in the input findings, with platform= behind it.';
    case 'unknown-status':
      return 'Update this action; if there is no newer version, please open an issue with this log.';
  }
}
