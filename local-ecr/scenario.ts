/** One vulnerability, in words that both scanners' shapes are made from. */
export interface ScenarioFinding {
  readonly id: string;
  readonly severity: string;
  readonly package?: string;
  readonly version?: string;
  readonly fixedIn?: string;
  readonly score?: number;
  readonly description?: string;
  readonly uri?: string;
}

/** What a scan answers from `afterMs` after its start on. `ABSENT` is ScanNotFoundException. */
export interface ScanPhase {
  readonly afterMs: number;
  readonly status: string;
  readonly description?: string;
  /** `late`: the status is there before time of completion and findings are. `empty`: completed, but nothing found yet. */
  readonly findings?: 'late' | 'empty' | 'all';
}

/** Findings for the manifests that match; the first rule that matches decides. */
export interface ScanResult {
  readonly match: { readonly platform?: string; readonly repository?: string; readonly digest?: string };
  readonly phases?: readonly ScanPhase[];
  readonly findings?: readonly ScenarioFinding[];
  /** Makes so many findings instead, spread over the severities in turn. */
  readonly generate?: { readonly count: number; readonly severities: readonly string[] };
}

export interface ScenarioRepository {
  readonly name: string;
  readonly imageTagMutability?: string;
  readonly exclusionFilters?: readonly string[];
}

/** A registry to begin with, and what its scanner finds. */
export interface Scenario {
  readonly description: string;
  readonly scanning: {
    readonly type: 'BASIC' | 'ENHANCED';
    readonly frequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';
  };
  readonly repositories: readonly ScenarioRepository[];
  readonly phases: readonly ScanPhase[];
  readonly results: readonly ScanResult[];
}

/** What a registry is without a scenario: basic scanning when asked for, and nothing found. */
export const emptyScenario: Scenario = {
  description: 'basic scanning by hand, nothing found',
  scanning: { type: 'BASIC', frequency: 'MANUAL' },
  repositories: [],
  phases: [
    { afterMs: 0, status: 'IN_PROGRESS' },
    { afterMs: 300, status: 'COMPLETE', findings: 'all' },
  ],
  results: [],
};

const shape: Readonly<Record<keyof Scenario, 'text' | 'object' | 'list'>> = {
  description: 'text',
  scanning: 'object',
  repositories: 'list',
  phases: 'list',
  results: 'list',
};

/** Reads a scenario file's text. Throws an Error that names the file and the part that is wrong. */
export function parseScenario(text: string, file: string): Scenario {
  const complain = (what: string) => new Error(`Scenario ${file}: ${what}`);
  let parsed: Record<string, unknown>;
  try {
    parsed = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw complain(`not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  for (const key of Object.keys(parsed)) {
    if (!(key in shape)) throw complain(`unknown key ${key}; allowed: ${Object.keys(shape).join(', ')}`);
  }
  const scenario = { ...emptyScenario, ...(parsed as Partial<Scenario>) };
  for (const [key, kind] of Object.entries(shape)) {
    const value: unknown = scenario[key as keyof Scenario];
    const isKind =
      kind === 'text'
        ? typeof value === 'string'
        : kind === 'list'
          ? Array.isArray(value)
          : typeof value === 'object';
    if (!isKind) throw complain(`${key} has to be a ${kind}`);
  }
  if (!['BASIC', 'ENHANCED'].includes(scenario.scanning.type))
    throw complain('scanning.type is BASIC or ENHANCED');
  if (!['SCAN_ON_PUSH', 'CONTINUOUS_SCAN', 'MANUAL'].includes(scenario.scanning.frequency)) {
    throw complain('scanning.frequency is SCAN_ON_PUSH, CONTINUOUS_SCAN or MANUAL');
  }
  if (scenario.phases.length === 0) throw complain('phases needs at least one phase');
  return scenario;
}
