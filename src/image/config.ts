import type { Manifests } from '../ports.ts';
import { isObject, membersOf, readJson, textOf, type Json } from '../types/json.ts';
import { parsePlatform, type Platform } from '../types/names.ts';
import { Refusal } from '../types/refusal.ts';
import { textsOf, type Descriptor } from './descriptor.ts';
import { instructionsOf } from './instructions.ts';

/** What an image says about itself. */
export interface ImageConfig {
  /** Undefined if the config does not say. */
  readonly platform: Platform | undefined;
  /** What else it says of the operating system that it needs; Windows has several versions. */
  readonly osDetails: { readonly 'os.version'?: string; readonly 'os.features'?: readonly string[] };
  readonly labels: ReadonlyMap<string, string>;
  /** The instructions that made its layers, lowest layer first; empty if the config does not say. */
  readonly instructions: readonly string[];
}

/** Image configs may be large, and all those of a hostile index together must not fill the memory. */
export const configsAtOnce = 4;

/** The names that are read, and those that would change their meaning. Names that differ only in case are refused. */
const configNames = [
  'os',
  'architecture',
  'variant',
  'os.version',
  'os.features',
  'config',
  'rootfs',
  'history',
];

/**
 * Reads an image's config, which the registry's adapter fetches by digest and checks for digest and size. Undefined
 * if this role may not read blobs. Throws Refusal for a config that two programs could read differently.
 */
export async function readImageConfig(
  config: Descriptor,
  manifests: Pick<Manifests, 'readBlob'>,
): Promise<ImageConfig | undefined> {
  const text = await manifests.readBlob(config);
  if (text === undefined) return undefined;
  try {
    return parseImageConfig(text);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`its config ${config.digest}: ${error.message}`) : error;
  }
}

/**
 * Parses `os`, `architecture`, `variant` and `config.Labels`. Throws Refusal.
 * Source: OCI image specification, config.md.
 */
export function parseImageConfig(text: string): ImageConfig {
  const what = 'the image config';
  const top = membersOf(readJson(text), configNames, what);
  const [os = '', architecture = '', variant = ''] = ['os', 'architecture', 'variant'].map((name) =>
    textOf(top, name, what),
  );
  const run = top.get('config') ?? null;
  const labels = run === null ? undefined : membersOf(run, ['Labels'], `config of ${what}`).get('Labels');
  const version = top.get('os.version');
  const features = top.get('os.features');
  const isList = Array.isArray(features) && features.every((one) => typeof one === 'string');
  return {
    platform: platformName(os, architecture, variant),
    osDetails: {
      ...(typeof version === 'string' && version !== '' && { 'os.version': version }),
      ...(isList && features.length > 0 && { 'os.features': features }),
    },
    labels: textsOf(labels, `the labels of ${what}`),
    instructions: layerInstructions(top.get('history')),
  };
}

/** `os/arch[/variant]`. arm64's only variant is v8, so it is left out, as everybody does. */
export function platformName(os: string, architecture: string, variant: string): Platform | undefined {
  const suffix = variant === '' || (architecture === 'arm64' && variant === 'v8') ? '' : `/${variant}`;
  return parsePlatform(`${os}/${architecture}${suffix}`);
}

/**
 * The history is only for people: odd entries are left out, and nothing is judged by it.
 * Source: OCI image specification, config.md.
 */
function layerInstructions(history: Json | undefined): string[] {
  if (!Array.isArray(history)) return [];
  const entries = (history as readonly Json[]).filter(isObject);
  const made = entries.map(({ created_by: by }) => (typeof by === 'string' ? by : ''));
  const instructions = instructionsOf(made);
  return instructions.filter((_, at) => entries[at]?.['empty_layer'] !== true);
}
