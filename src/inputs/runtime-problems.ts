import { indexMisfit, platformMisfit, runtimeName } from '../types/runtimes.ts';
import type { From, InputName, RawInputs, Runtime } from '../types/inputs.ts';
import type { Platform } from '../types/names.ts';
import type { RegistryType } from '../types/image.ts';

interface Values {
  readonly runtime: Runtime | undefined;
  readonly platforms: readonly Platform[] | undefined;
  readonly provenance: string | undefined;
  readonly sbom: string | undefined;
  readonly attests: readonly string[] | undefined;
  readonly from: From | undefined;
}

interface Problem {
  readonly input: InputName;
  readonly given: string;
  readonly allowed: string;
}

/** Problems of inputs that ask for an image which the runtime does not accept, found before it is built. */
export function runtimeProblems(raw: RawInputs, values: Values, type: RegistryType): Problem[] {
  const { runtime = 'any', platforms = [], from } = values;
  if (runtime === 'any') return [];
  const problem = (input: InputName, allowed: string) => ({ input, given: raw[input], allowed });
  const misfit = platformMisfit(runtime, platforms);
  const noIndex = indexMisfit(runtime);
  const joined = from !== undefined && 'digests' in from.images && from.images.digests.length > 1;
  const attestations = (['provenance', 'sbom', 'attests'] as const).filter((input) => asksFor(values[input]));
  return [
    ...(runtime === 'lambda' && type === 'public'
      ? [problem('runtime', `any, ecs or eks: ${runtimeName(runtime)} takes images from private ECR alone`)]
      : []),
    ...(misfit === undefined ? [] : [problem('platforms', misfit)]),
    ...(noIndex === undefined
      ? []
      : [
          ...(platforms.length > 1 ? [problem('platforms', `one platform: ${noIndex}`)] : []),
          ...attestations.map((input) =>
            problem(input, `nothing with runtime: ${runtime}, for an attestation makes an index: ${noIndex}`),
          ),
          ...(joined ? [problem('from', `one digest: ${noIndex}`)] : []),
        ]),
  ];
}

function asksFor(value: string | readonly string[] | undefined): boolean {
  return typeof value === 'object' ? value.length > 0 : value !== undefined && value !== 'false';
}
