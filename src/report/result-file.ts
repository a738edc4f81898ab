import { errorText } from '../types/error-text.ts';
import { phases, type Report } from '../types/report.ts';
import { countsOf } from './counts-of.ts';
import { largestLayers } from './layers.ts';
import { postureFields } from './posture.ts';
import { isProven } from '../scan/foreign/assign.ts';
import { referencesOf } from './references.ts';
import { isTagsFirst } from './tags-first.ts';
import { scannersOfRun } from './scanners.ts';
import { tagsSet } from './tags-set.ts';
import { verdictFields } from './verdict-fields.ts';

type Plain = string | number | boolean | null;

/**
 * What a result file may contain: one level, so that any tool can read it without knowing this one, and a second one
 * for findings.
 */
type ResultFile = Readonly<
  Record<string, Plain | readonly (string | number)[] | readonly Readonly<Record<string, Plain>>[]>
>;

/**
 * The flat JSON object of a run, also of a failed one. What was not reached is null. Its schema is
 * docs/reference/result-file.schema.json; a new key is a new minor version, a changed meaning a new schemaVersion.
 */
export function resultFileOf(report: Report): ResultFile {
  const { image, repository, verdict, scan, failure } = report;
  const references = referencesOf(report);
  const counts = countsOf(report);
  const tags = tagsSet(report);
  return {
    schemaVersion: 2,
    succeeded: failure === undefined,
    errorCode: failure?.code ?? null,
    error: failure === undefined ? null : errorText(failure, report.run.docs),
    repository: repository?.name ?? report.inputs?.repository ?? null,
    uri: references.uri || null,
    accountId: references['account-id'] || null,
    region: references.region || null,
    digest: references.digest || null,
    image: references.image || null,
    candidateDigest: references['candidate-digest'] || null,
    imageId: report.imageId ?? null,
    mediaType: image?.manifest.mediaType ?? null,
    size: image?.size ?? null,
    unpackedSize: report.unpackedSize ?? null,
    sizeChange: report.sizeChange ?? null,
    platforms: image?.platforms.map((platform) => platform.platform) ?? [],
    platformDigests: image?.platforms.map((platform) => platform.digest) ?? [],
    platformSizes: image?.platforms.map((platform) => platform.size) ?? [],
    ...layerFields(report),
    pushedAt: image === undefined ? null : new Date(image.pushedAt).toISOString(),
    tags,
    version: tags[0] ?? null,
    fixedTag: references['fixed-tag'] || null,
    imageTag: references['image-tag'] || null,
    consoleUrl: references['console-url'] || null,
    ...copyFields(report),
    reused: report.decision?.kind === 'reuse',
    candidateRemoved: report.candidateRemoved,
    ...smokeFields(report),
    verdict: verdict?.outcome ?? null,
    tagsBeforeVerdict: isTagsFirst(report.inputs) && tags.length > 0,
    scanStatus: scan?.kind ?? null,
    ...scannerFields(report),
    critical: counts?.critical ?? null,
    high: counts?.high ?? null,
    medium: counts?.medium ?? null,
    low: counts?.low ?? null,
    informational: counts?.informational ?? null,
    undefined: counts?.undefined ?? null,
    ...verdictFields(report),
    commit: report.plan?.source.commit ?? null,
    event: report.run.event.name === '' ? null : report.run.event.name,
    runUrl: report.run.runUrl ?? null,
    caller: report.caller ?? null,
    ...postureFields(report),
    builder: report.builder?.description ?? null,
    commands: report.commands,
    startedAt: new Date(report.startedAt).toISOString(),
    finishedAt: new Date(report.finishedAt).toISOString(),
    ...Object.fromEntries(phases.map((phase) => [`${camelCase(phase)}Ms`, msOf(report, phase)])),
  };
}

/** Where else the image is. */
function copyFields({ destinations, replicas }: Report) {
  return {
    destinations: destinations.map(({ uri }) => uri),
    destinationStates: destinations.map(({ state }) => state),
    replicas: replicas.map(({ registryId, region }) => `${registryId}/${region}`),
    replicaStates: replicas.map(({ state }) => state),
  };
}

function smokeFields({ smoke }: Report) {
  return {
    smokeTests: smoke.map(({ name }) => name),
    smokeOutcomes: smoke.map(({ outcome }) => outcome),
  };
}

function scannerFields(report: Report) {
  return {
    scanners: scannersOfRun(report),
    findingsFiles: report.foreign.map(({ path }) => path),
    findingsFilesOfThisImage: report.foreign.map((one) => (isProven(one) ? 'proven' : 'taken-on-trust')),
  };
}

/** How many layers are listed. */
const listedLayers = 20;

function layerFields(report: Report) {
  const layers = largestLayers(report, listedLayers);
  return {
    layerDigests: layers.map(({ digest }) => digest),
    layerSizes: layers.map(({ size }) => size),
    layerInstructions: layers.map(({ instruction }) => instruction ?? ''),
    layerPlatforms: layers.map(({ platforms }) => platforms.join(', ')),
  };
}

function msOf(report: Report, phase: (typeof phases)[number]): number | null {
  const timing = report.timings.find((candidate) => candidate.phase === phase);
  return timing === undefined ? null : Math.round(timing.ms);
}

function camelCase(text: string): string {
  return text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
