import type { FindingsPlace, ForeignScan, ScanSaid } from '../../types/foreign-scan.ts';
import { isObject, readJson, type Json } from '../../types/json.ts';
import { Refusal } from '../../types/refusal.ts';
import { mostFindings } from '../../types/bounds.ts';
import { readCycloneDx } from './cyclonedx.ts';
import { readGrype } from './grype.ts';
import { memberAt, memberOf } from './json-members.ts';
import { distinct } from './merge.ts';
import { readOsv } from './osv.ts';
import { readSarif } from './sarif-log.ts';
import { readTrivy } from './trivy.ts';

/** Each format, and how to recognise it. */
const forms: readonly { readonly is: (file: Json) => boolean; readonly read: (file: Json) => ScanSaid }[] = [
  { is: (file) => memberOf(file, 'bomFormat') === 'CycloneDX', read: readCycloneDx },
  { is: (file) => typeof memberOf(file, 'SchemaVersion') === 'number', read: readTrivy },
  { is: (file) => memberAt(file, 'descriptor', 'name') === 'grype', read: readGrype },
  { is: isOsv, read: readOsv },
  {
    is: (file) => isObject(file) && ['version', 'runs', '$schema'].some((name) => name in file),
    read: readSarif,
  },
];

const known =
  'it is none of the forms that are read: SARIF 2.1.0, CycloneDX with vulnerabilities, and the JSON of Trivy, Grype and OSV-Scanner';

/**
 * Reads another scanner's results, in any of the known formats. Throws Refusal unless the file is the complete result
 * of a tool that has scanned: an unreadable file is not one without findings.
 */
export function readScan(text: string, place: FindingsPlace): ForeignScan {
  const file = readJson(asUtf8(text));
  const form = forms.find(({ is }) => is(file));
  if (form === undefined) throw new Refusal(known);
  const said = form.read(file);
  const findings = distinct(said.findings);
  if (findings.length > mostFindings) throw new Refusal(`it has more than ${String(mostFindings)} findings`);
  return { ...place, ...said, findings };
}

/** Removes the byte order mark that a shell may have written. Throws Refusal for an empty file and for UTF-16. */
function asUtf8(text: string): string {
  if (text.trim() === '') throw new Refusal('it is empty');
  if (/^\ufffd{2}|^.?\0/s.test(text))
    throw new Refusal(
      'it is not UTF-8: what PowerShell writes with > is UTF-16, so let the scanner write its file itself',
    );
  return text.replace(/^\ufeff/, '');
}

/** OSV-Scanner does not name itself in its files. Source: google/osv-scanner, pkg/models/results.go. */
function isOsv(file: Json): boolean {
  return Array.isArray(memberOf(file, 'results')) && memberOf(file, 'runs') === undefined;
}
