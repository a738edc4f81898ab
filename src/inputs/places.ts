import type { InputName, Mode, RawInputs, RepositoryPlace, ScanWish } from '../types/inputs.ts';
import type { RegistryTarget, RegistryType } from '../types/image.ts';
import { parseRegion, type AccountId, type Region, type RepositoryName } from '../types/names.ts';
import { publicRegion } from '../types/regions.ts';
import { quote } from './parsed.ts';
import { isPublicName, publicForm } from './repository-input.ts';

/** The values of the inputs about registries; undefined for an invalid one, which is already a problem. */
interface PlaceValues {
  readonly mode: Mode | undefined;
  readonly push: boolean | undefined;
  readonly call: 'build' | 'check' | undefined;
  readonly repository: RepositoryPlace | undefined;
  readonly 'registry-type': RegistryType | undefined;
  readonly 'registry-id': AccountId | undefined;
  readonly 'aws-region': Region | undefined;
  readonly scan: ScanWish | undefined;
  readonly 'scan-repository': RepositoryPlace | undefined;
  readonly findings: readonly unknown[] | undefined;
}

/** A repository and its registry, as far as the inputs tell. */
export interface GivenRepository {
  readonly name: RepositoryName;
  readonly type: RegistryType;
  /** Undefined means the caller's own account. */
  readonly registryId: AccountId | undefined;
  /** Undefined if nothing gives it. */
  readonly region: Region | undefined;
}

/** A value that conflicts with others; `allowed` is a clause. */
interface PlaceProblem {
  readonly input: InputName;
  readonly given: string;
  readonly allowed: string;
}

type Values = PlaceValues;

/** The kind of registry: as `registry-type` says, or else as the URI does. */
function typeOf(values: Values): RegistryType {
  return values['registry-type'] ?? values.repository?.registryType ?? 'private';
}

/** Where the image goes, if it goes anywhere. */
export function placeOf(values: Values, ambientRegion: string | undefined): Omit<GivenRepository, 'name'> {
  const { repository } = values;
  const type = typeOf(values);
  const registryId = values['registry-id'] ?? repository?.registryId;
  return type === 'public'
    ? { type, registryId, region: publicRegion }
    : { type, registryId, region: regionOf(repository, values, ambientRegion) };
}

/** Where a public image is scanned first; undefined if it is not, or if the image is private. */
export function scanPlaceOf(values: Values, ambientRegion: string | undefined): GivenRepository | undefined {
  const place = values['scan-repository'];
  if (place === undefined || values.scan === 'off' || typeOf(values) !== 'public') return undefined;
  const { name, registryId } = place;
  return { name, type: 'private', registryId, region: regionOf(place, values, ambientRegion) };
}

/**
 * Turns a place into a target to connect to; undefined without a region, which is a problem if something is published.
 */
export function targetOf(place: Omit<GivenRepository, 'name'> | undefined): RegistryTarget | undefined {
  if (place?.region === undefined) return undefined;
  const { type, region, registryId } = place;
  return { type, region, registryId };
}

function regionOf(
  place: RepositoryPlace | undefined,
  values: Values,
  ambientRegion: string | undefined,
): Region | undefined {
  return values['aws-region'] ?? place?.region ?? parseRegion(ambientRegion ?? '');
}

/** Finds conflicts between URIs, kind of registry, account and region, and a missing region. */
export function placeProblems(
  raw: RawInputs,
  values: Values,
  ambientRegion: string | undefined,
): PlaceProblem[] {
  const of = typeOf(values) === 'public' ? publicProblems : privateProblems;
  // An invalid value is already reported; until it is fixed, assume that something is published.
  const publishes = values.mode !== 'plan' && values.push !== false && values.call !== 'check';
  return [
    ...typeProblems(raw, values),
    ...of(values).map(({ input, allowed }) => ({ input, given: shown(raw, input), allowed })),
    ...(publishes ? missingRegion(raw, values, ambientRegion) : []),
  ];
}

type Wrong = Omit<PlaceProblem, 'given'>;

/** If an empty text is the problem, shows the default that it stands for. */
function shown(raw: RawInputs, input: InputName): string {
  return input === 'scan' && raw.scan === '' ? 'auto' : raw[input];
}

function typeProblems(raw: RawInputs, values: Values): PlaceProblem[] {
  const [said, own] = [values['registry-type'], values.repository?.registryType];
  if (said === undefined || own === undefined || said === own) return [];
  return [
    {
      input: 'registry-type',
      given: raw['registry-type'],
      allowed: `${own}, as the repository's URI says, or nothing`,
    },
  ];
}

function privateProblems(values: Values): Wrong[] {
  const { repository } = values;
  const account = values['registry-id'];
  const isOtherAccount =
    repository?.registryId !== undefined && account !== undefined && account !== repository.registryId;
  return [
    ...(isOtherAccount
      ? [
          {
            input: 'registry-id' as const,
            allowed: `the account of the repository's URI, ${repository.registryId}, or nothing`,
          },
        ]
      : []),
    ...otherRegion(repository, 'repository', values),
    ...(values['scan-repository'] === undefined
      ? []
      : [
          {
            input: 'scan-repository' as const,
            allowed: 'nothing for a private repository, which is scanned where it is',
          },
        ]),
  ];
}

/**
 * Reports what ECR Public does not have before anything is built. In particular, no image is published unscanned by
 * accident.
 */
function publicProblems(values: Values): Wrong[] {
  const { repository } = values;
  const place = values['scan-repository'];
  const region = values['aws-region'];
  const isNamed = repository === undefined || isPublicName(repository.name);
  const isElsewhere = place === undefined && region !== undefined && region !== publicRegion;
  const pushes = values.push !== false && values.call !== 'check' && values.mode !== 'login';
  const isGiven = values.findings?.length !== 0;
  const isUngated = pushes && values.scan === 'auto' && place === undefined && !isGiven;
  return [
    ...(isNamed ? [] : [{ input: 'repository' as const, allowed: publicForm }]),
    ...(isElsewhere
      ? [
          {
            input: 'aws-region' as const,
            allowed: `${publicRegion} or nothing, because ECR Public is asked nowhere else`,
          },
        ]
      : []),
    ...(place === undefined ? [] : otherRegion(place, 'scan-repository', values)),
    ...(isUngated
      ? [
          {
            input: 'scan' as const,
            allowed:
              'off for ECR Public, which has no scanner; or name a private repository in the input scan-repository, in ' +
              "which the image is scanned and judged before it is published; or give another scanner's SARIF file in the " +
              'input findings',
          },
        ]
      : []),
  ];
}

function otherRegion(
  place: RepositoryPlace | undefined,
  input: 'repository' | 'scan-repository',
  values: Values,
): Wrong[] {
  const region = values['aws-region'];
  if (place?.region === undefined || region === undefined || region === place.region) return [];
  const whose = input === 'repository' ? "the repository's URI" : `the URI in ${input}`;
  return [{ input: 'aws-region', allowed: `the region of ${whose}, ${place.region}, or nothing` }];
}

function missingRegion(raw: RawInputs, values: Values, ambientRegion: string | undefined): PlaceProblem[] {
  const isMissing = [placeOf(values, ambientRegion), scanPlaceOf(values, ambientRegion)].some(
    (place) => place !== undefined && place.region === undefined,
  );
  if (raw['aws-region'] !== '' || !isMissing) return [];
  const allowed =
    ambientRegion === undefined
      ? 'a region such as eu-west-1; AWS_REGION is not set either'
      : `a region such as eu-west-1; AWS_REGION holds ${quote(ambientRegion)}`;
  return [{ input: 'aws-region', given: '', allowed }];
}
