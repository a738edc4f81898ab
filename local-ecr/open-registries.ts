import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRepository } from './api-repositories.ts';
import { openBlobs } from './blobs.ts';
import { startFindingLists } from './finding-lists.ts';
import type { LayerServer } from './layer-server.ts';
import { startLists } from './lists.ts';
import type { LocalEcrOptions } from './options.ts';
import { addPublicRepositories, openPublicRegistry } from './public/index.ts';
import type { PublicRegistry } from './public/names.ts';
import type { FurtherRegistry } from './registries.ts';
import type { Registry } from './registry.ts';
import { emptyScenario, type Scenario } from './scenario.ts';
import { loadState, saveState } from './state.ts';
import { startTokens } from './tokens.ts';

/** As at AWS. */
const usualTokenLifetimeMs = 12 * 3600_000;

/** What further registries stand beside. */
interface Beside {
  readonly main: Registry;
  readonly layers: LayerServer;
}

/** The further registries of the scenario, in folders of their own, at the addresses after the first. */
export function openFurther(
  folder: string,
  { main, layers }: Beside,
  options: LocalEcrOptions,
): FurtherRegistry[] {
  const all = options.scenario ?? emptyScenario;
  return (all.registries ?? []).map(({ account, region }, index) => {
    const own = join(folder, 'registries', `${account}-${region}`);
    mkdirSync(own, { recursive: true });
    const scenario = scenarioOf(all, account, region);
    const place = { ...options, accountId: account, region, scenario };
    const registry = openRegistry(own, { clock: main.clock, layers }, place, tokenKey(main, region));
    return { address: `127.0.0.${String(index + 2)}`, registry: withTokensOf(registry, main) };
  });
}

/** A scenario as a further registry has it: with the repositories that are its own, and with the scanner that all have. */
function scenarioOf(all: Scenario, account: string, region: string): Scenario {
  const own = all.registries?.find((one) => one.account === account && one.region === region);
  return { ...all, repositories: own?.repositories ?? [], registries: [], replication: {} };
}

/** Applies a scenario to the further registries that there are; it opens none. */
export function applyToFurther(further: readonly FurtherRegistry[], scenario: Scenario): void {
  for (const { registry } of further)
    applyScenario(registry, scenarioOf(scenario, registry.accountId, registry.region));
}

/** A token opens all registries of its region, and none of another one. Source: ECR API reference, GetAuthorizationToken. */
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

/** Sets scanning and makes the repositories that are missing; what is there already stays. */
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

/** The public registry of the same account. */
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
