import { join } from 'node:path';
import { createRepository } from './api-repositories.ts';
import { openBlobs } from './blobs.ts';
import { startFindingLists } from './finding-lists.ts';
import type { LayerServer } from './layer-server.ts';
import { makeFolder } from './folders.ts';
import { startLists } from './lists.ts';
import type { LocalEcrOptions } from './options.ts';
import { addPublicRepositories, openPublicRegistry } from './public/index.ts';
import type { PublicRegistry } from './public/names.ts';
import type { FurtherRegistry } from './registries.ts';
import type { Registry } from './registry.ts';
import { emptyScenario, type Scenario, type ScenarioRegistry } from './scenario.ts';
import { loadState, saveState } from './state.ts';
import { startTokens } from './tokens.ts';

/** The same as AWS's. */
const usualTokenLifetimeMs = 12 * 3600_000;

/** What the further registries share with the main one. */
interface Beside {
  readonly main: Registry;
  readonly layers: LayerServer;
}

/** Opens the scenario's further registries and those beside them, each in its own folder, on the loopback addresses after the first. */
export function openFurther(
  folder: string,
  { main, layers }: Beside,
  options: LocalEcrOptions,
): FurtherRegistry[] {
  const all = options.scenario ?? emptyScenario;
  return furtherPlaces(all, main).map(({ account, region }, index) => {
    const own = join(folder, 'registries', `${account}-${region}`);
    makeFolder(own);
    const scenario = scenarioOf(all, account, region);
    const place = { ...options, accountId: account, region, scenario };
    const registry = openRegistry(own, { clock: main.clock, layers }, place, tokenKey(main, region));
    return { address: `127.0.0.${String(index + 2)}`, registry: withTokensOf(registry, main) };
  });
}

type FurtherPlace = Pick<ScenarioRegistry, 'account' | 'region'>;

const keyOf = ({ account, region }: FurtherPlace) => `${account}/${region}`;

/**
 * The registries that a scenario names, and after them those that exist anyway: an account has a registry in every region, which
 * is empty until somebody makes a repository. Source: ECR user guide, "Private registry": "Each AWS account is provided with a default
 * private Amazon ECR registry."
 */
function furtherPlaces({ registries = [] }: Scenario, main: Registry): readonly FurtherPlace[] {
  if (registries.length === 0) return [];
  const own = { account: main.accountId, region: main.region };
  if (registries.some((one) => keyOf(one) === keyOf(own)))
    throw new Error(
      `${keyOf(own)} is the main registry, which is there anyway: leave it out of the further ones, and put its repositories beside them`,
    );
  const named = [own, ...registries];
  const all = named.flatMap(({ account }) => named.map(({ region }) => ({ account, region })));
  const places = new Map([...named, ...all].map((place) => [keyOf(place), place]));
  places.delete(keyOf(own));
  return [...places.values()];
}

/** The part of a scenario for one further registry: its own repositories, and the common scanner. */
function scenarioOf(all: Scenario, account: string, region: string): Scenario {
  const own = all.registries?.find((one) => one.account === account && one.region === region);
  return { ...all, repositories: own?.repositories ?? [], registries: [], replication: {} };
}

/** Applies a scenario to the existing further registries; opens no new ones. */
export function applyToFurther(further: readonly FurtherRegistry[], scenario: Scenario): void {
  for (const { registry } of further)
    applyScenario(registry, scenarioOf(scenario, registry.accountId, registry.region));
}

/** A token opens all registries of its region, and no others. Source: ECR API reference, GetAuthorizationToken. */
function tokenKey(main: Registry, region: string): string {
  const { signingKey } = main.state;
  return region === main.region ? signingKey : `${signingKey} ${region}`;
}

function withTokensOf(registry: Registry, main: Registry): Registry {
  return registry.region === main.region ? { ...registry, tokens: main.tokens } : registry;
}

export function openRegistry(
  folder: string,
  { clock, layers }: { readonly clock: { now(): number }; readonly layers: LayerServer },
  options: LocalEcrOptions,
  tokensSignedWith?: string,
): Registry {
  const state = loadState(folder);
  const blobs = openBlobs(folder);
  const { signingKey } = state;
  const lists = startLists();
  const { accountId = '123456789012', region = 'eu-west-1' } = options;
  const registry: Registry = {
    accountId,
    region,
    clock,
    state,
    blobs,
    tokens: startTokens(
      clock,
      options.tokenLifetimeMs ?? usualTokenLifetimeMs,
      tokensSignedWith ?? signingKey,
    ),
    downloads: layers.downloadsOf(`${region}/${accountId}`, { blobs, clock, key: signingKey }),
    scenario: emptyScenario,
    lists,
    findingsOf: startFindingLists(),
    save: () => {
      lists.forget();
      saveState(folder, state);
    },
  };
  if (options.scenario === undefined) registry.save();
  else applyScenario(registry, options.scenario);
  return registry;
}

/** Sets scanning and creates missing repositories; existing ones stay as they are. */
export function applyScenario(registry: Registry, scenario: Scenario, publicRegistry?: PublicRegistry): void {
  if (publicRegistry !== undefined) addPublicRepositories(publicRegistry, scenario.publicRepositories ?? []);
  registry.scenario = scenario;
  registry.state.scanType = scenario.scanning.type;
  const { frequency, filters = ['*'] } = scenario.scanning;
  registry.state.scanRules =
    frequency === 'MANUAL'
      ? []
      : [
          {
            scanFrequency: frequency,
            repositoryFilters: filters.map((filter) => ({ filter, filterType: 'WILDCARD' })),
          },
        ];
  if (scenario.replication?.rules !== undefined) registry.state.replicationRules = scenario.replication.rules;
  for (const repository of scenario.repositories) {
    if (registry.state.repositories[repository.name] !== undefined) continue;
    const made = createRepository(registry, repository.name, repository);
    const { policy, lifecyclePolicy } = repository;
    if (policy !== undefined) made.policy = JSON.stringify(policy);
    if (lifecyclePolicy !== undefined) made.lifecyclePolicy = JSON.stringify(lifecyclePolicy);
  }
  registry.save();
}

/** Opens the public registry of the same account. */
export function openPublic(
  folder: string,
  { main, layers }: Beside,
  options: LocalEcrOptions,
): PublicRegistry {
  const publicRegistry = openPublicRegistry({
    folder,
    clock: main.clock,
    accountId: main.accountId,
    aliases: options.publicAliases ?? ['local'],
    tokenLifetimeMs: options.tokenLifetimeMs ?? usualTokenLifetimeMs,
    layers,
  });
  addPublicRepositories(publicRegistry, options.scenario?.publicRepositories ?? []);
  return publicRegistry;
}
