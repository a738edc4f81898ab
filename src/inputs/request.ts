import type { BuildOptions } from '../types/build-options.ts';
import type { RegistryTarget } from '../types/image.ts';
import type { BuildInputs, From, InputName, Request } from '../types/inputs.ts';
import type { RepositorySettings } from '../types/repository-settings.ts';
import { partitionOfRole, type RoleArn, type RoleRequest } from '../types/role.ts';
import { targetOf, type GivenRepository } from './places.ts';
import type { ValueOf } from './table.ts';

/** The values of all inputs, once none of them has a problem. */
export type Usable = { readonly [N in InputName]: ValueOf<N> };

/** The same, with the settings of a missing repository. */
type Whole = Usable & { readonly create: RepositorySettings | undefined };

/** Where the image goes, and where it is scanned first, if that is somewhere else. */
interface Places {
  readonly image: Omit<GivenRepository, 'name'>;
  readonly scan: GivenRepository | undefined;
}

/** Makes the story's request from the inputs: a union by mode. */
export function requestOf(values: Whole, places: Places, idle: readonly InputName[]): Request {
  const target = inRole(targetOf(places.image), values);
  const allowedAccountIds = values['allowed-account-ids'];
  if (values.mode === 'login') {
    // The region is known here, because a missing one would have been a problem.
    const repository = (values.repository as ValueOf<'repository'> | undefined)?.name;
    return {
      mode: 'login',
      target: needed(target),
      repository,
      allowedAccountIds,
      login: values.login,
    };
  }
  const shared = sharedOf(values, places, idle);
  switch (values.mode) {
    case 'plan':
      return { ...shared, mode: 'plan', target: undefined };
    case 'ship':
      return {
        ...shared,
        mode: 'ship',
        target: values.push && values.call === 'build' ? target : undefined,
        puller: target,
      };
    case 'build':
      return { ...shared, mode: 'build', target: needed(target) };
    case 'publish':
      return {
        ...shared,
        mode: 'publish',
        target: needed(target),
        from: needed<From>(values.from),
        sourceRole: roleOf(values, values['source-role-to-assume']).role,
      };
  }
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an input that is missing was not told');
  return value;
}

function sharedOf(values: Whole, { image, scan }: Places, idle: readonly InputName[]) {
  const { onlyNew, baselineTag } = values['only-new'];
  return {
    repository: values.repository.name,
    registryType: image.type,
    registryId: image.registryId,
    region: image.region,
    scanRepository: scan && { name: scan.name, target: inRole(targetOf(scan), values) },
    allowedAccountIds: values['allowed-account-ids'],
    create: values.create,
    tagRules: values.tags,
    flavor: values.flavor,
    ifExists: values['if-exists'],
    reusePaths: values['reuse-paths'],
    ifOlder: values['if-older'],
    pullRequestCommit: values['pull-request-commit'],
    build: buildOf(values),
    push: values.push,
    destinations: values.destinations.map((place) => ({
      ...place,
      target: { ...place.target, ...roleOf(values, place.role) },
    })),
    replicationTimeoutMs: values['wait-for-replication'],
    runtime: values.runtime,
    smokeTest: values['smoke-test'],
    maxSize: values['max-size'],
    maxGrowth: values['max-growth'],
    scan: values.scan,
    policy: {
      ...values['fail-on'],
      onlyFixable: values['only-fixable'],
      onlyNew,
      onIncompleteScan: values['on-incomplete-scan'],
    },
    baselineTag,
    exceptionsFile: values.exceptions,
    findings: values.findings,
    scanTimeoutMs: values['scan-timeout'],
    login: values.login,
    summary: values.summary,
    comment: values.comment,
    resultFile: values['result-file'],
    evidenceFile: values['evidence-file'],
    sarifFile: values['sarif-file'],
    envFile: values['env-file'],
    envNames: values['env-names'],
    idle,
  };
}

/** A registry, with the role to use there. */
function inRole(target: RegistryTarget | undefined, values: Usable): RegistryTarget | undefined {
  return target && { ...target, ...roleOf(values) };
}

/** The role to assume, if any. Source: AWS documentation for China, "Creating OIDC identity providers". */
function roleOf(
  values: Usable,
  arn: RoleArn | undefined = values['role-to-assume'],
): { readonly role?: RoleRequest } {
  if (arn === undefined) return {};
  const usual = partitionOfRole(arn) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  return {
    role: {
      arn,
      sessionName: values['role-session-name'],
      durationSeconds: values['role-duration'],
      audience: values.audience ?? usual,
    },
  };
}

function buildOf(values: Usable): BuildInputs {
  return {
    context: values.context,
    file: values.file,
    target: values.target,
    platforms: values.platforms,
    buildArgs: values['build-args'],
    labels: values.labels,
    annotations: values.annotations,
    options: optionsOf(values),
    cache: values.cache,
    call: values.call,
  };
}

function optionsOf(values: Usable): BuildOptions {
  return {
    builder: values.builder,
    buildContexts: values['build-contexts'],
    secrets: [...values.secrets, ...values['secret-envs'], ...values['secret-files']],
    ssh: values.ssh,
    cacheFrom: values['cache-from'],
    cacheTo: values['cache-to'],
    noCache: values['no-cache'],
    noCacheFilters: values['no-cache-filters'],
    pull: values.pull,
    addHosts: values['add-hosts'],
    allow: values.allow,
    network: values.network,
    shmSize: values['shm-size'],
    ulimit: values.ulimit,
    cgroupParent: values['cgroup-parent'],
    provenance: values.provenance,
    sbom: values.sbom,
    attests: values.attests,
  };
}
