import type { RegistryLogin } from '../types/credentials.ts';
import type { InputName, RawInputs } from '../types/inputs.ts';
import { plainSettings, type RepositorySettings } from '../types/repository-settings.ts';
import type { YamlProblem } from './yaml-reader.ts';

/** What the inputs say that are written in YAML. */
export interface Structured {
  /** Secret, which is why they are none of the run's inputs: those are kept and shown. */
  readonly logins: readonly RegistryLogin[];
  readonly settings: RepositorySettings;
  readonly problems: readonly StructuredProblem[];
}

/** Something that is wrong in one of them. */
export interface StructuredProblem extends YamlProblem {
  readonly input: InputName;
}

export const noStructured: Structured = { logins: [], settings: plainSettings, problems: [] };

/** Reads them. The parser of YAML is a chunk of its own, for most runs have none of these inputs. */
export async function readStructured(raw: RawInputs): Promise<Structured> {
  const { 'registry-logins': logins, 'repository-settings': settings } = raw;
  if (logins === '' && settings === '') return noStructured;
  const [{ parseRegistryLogins }, { parseRepositorySettings }] = await Promise.all([
    import('./registry-logins.ts'),
    import('./repository-settings.ts'),
  ]);
  const [readLogins, readSettings] = [parseRegistryLogins(logins), parseRepositorySettings(settings)];
  const of = (input: InputName, problems: readonly YamlProblem[]) =>
    problems.map((problem) => ({ ...problem, input }));
  return {
    logins: readLogins.logins,
    settings: readSettings.settings,
    problems: [
      ...of('registry-logins', readLogins.problems),
      ...of('repository-settings', readSettings.problems),
    ],
  };
}
