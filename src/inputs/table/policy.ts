import { parseFailOn } from '../fail-on.ts';
import { parseFindingsPlace } from '../findings.ts';
import { ok, parseLines } from '../parsed.ts';
import { parseScanRepository } from '../repository-input.ts';
import { parseGrowth, parseSize } from '../sizes.ts';
import { parseBoolean, parseChoice, parseDuration, parseOnlyNew } from '../scalars.ts';
import { imaging, optional, row } from '../row.ts';

/** What the image must prove in the registry. */
export const policyInputs = {
  'max-size': row({
    modes: imaging,
    default: '',
    parse: parseSize,
    doc: 'The largest compressed size that one platform of the image may have, such as `500MB` or `1.5GiB`. Checked before the push if the engine knows the compressed size by then, otherwise before the scan; docs/reference/runtimes.md says which does.',
  }),
  'max-growth': row({
    modes: imaging,
    default: '',
    parse: parseGrowth,
    doc: 'The most by which the image may be larger than the baseline (see `only-new`), such as `10%` or `50MB`. Without a baseline any size is allowed.',
  }),
  scan: row({
    modes: imaging,
    default: 'auto',
    parse: parseChoice(['auto', 'off', 'after-tags'], {
      true: 'auto',
      on: 'auto',
      yes: 'auto',
      false: 'off',
      no: 'off',
      none: 'off',
    }),
    doc: "`auto` waits for the registry's scan and judges it; `off` tags the image without one. `after-tags`, in `mode: publish` only, is for emergencies: the tags move first, and the image is judged afterwards.",
  }),
  'fail-on': row({
    modes: imaging,
    default: 'critical',
    parse: parseFailOn,
    doc: "What must not be in the image: a severity (`critical`, `high`, `medium`, `low`, `informational`, `undefined`; that one and every worse one), `none`, or a budget for some severities (`critical=0,high=5`; what is worse than these and not named is forbidden). A severity that is not ECR's counts as critical, or as `high,severe=medium` says.",
  }),
  'only-fixable': row({
    modes: imaging,
    default: 'false',
    parse: parseBoolean,
    doc: '`true` counts only findings that an update can fix. A finding counts also when the scanner does not say whether there is a fix.',
  }),
  'only-new': row({
    modes: imaging,
    default: 'false',
    parse: parseOnlyNew,
    doc: '`true` counts only findings that the baseline does not have: the image that the first moving tag among `tags` points to before this run; a tag, such as `main`, compares with the image that it points to. Without a baseline everything is new.',
  }),
  exceptions: row({
    modes: imaging,
    default: '',
    parse: optional(ok),
    doc: "File of accepted findings, each with a reason and an end date. Default is `.github/ecr-ship.yml`, if it is there. Not used if the checkout may be a fork's.",
  }),
  'on-incomplete-scan': row({
    modes: imaging,
    default: 'fail',
    parse: parseChoice(['fail', 'warn'], { error: 'fail', warning: 'warn', ignore: 'warn', pass: 'warn' }),
    doc: '`fail` or `warn` when a scan is incomplete (unsupported image, failed, timed out).',
  }),
  findings: row({
    modes: imaging,
    idleIn: ['plan'],
    default: '',
    parse: (text) => parseLines(text, parseFindingsPlace),
    doc: "Files of other scanners, one per line: SARIF (Trivy, Grype, Snyk, Docker Scout), CycloneDX with vulnerabilities, and the JSON of Trivy, Grype and OSV-Scanner, in the workspace or in RUNNER_TEMP: their findings are judged by the same policy and with the same exceptions, in addition to ECR's scan, or instead of it if ECR cannot scan or `scan` is `off`. `platform=linux/arm64` after the path says which platform a file is about. docs/how-to/foreign-findings.md says how a file comes to be about this image. Not read with `push: false`.",
  }),
  'scan-timeout': row({
    modes: imaging,
    default: '10m',
    parse: parseDuration,
    doc: 'How long to wait for the scan, such as `90s`, `10m` or `1h30m`.',
  }),
  'scan-repository': row({
    default: '',
    parse: optional(parseScanRepository),
    doc: 'A private repository, by name or full URI, in which a public image is scanned and judged before it is published: ECR Public has no scanner. The image that passed is copied from there, digest for digest.',
  }),
} as const;
