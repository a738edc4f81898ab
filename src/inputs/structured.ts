import type { RegistryLogin } from '../types/credentials.ts';
import type { InputName, RawInputs } from '../types/inputs.ts';
import { plainSettings, type RepositorySettings } from '../types/repository-settings.ts';
import type { YamlProblem } from './yaml-reader.ts';

/** The values of the inputs that are written in YAML. */
export interface Structured {
  /** Secret, and therefore not part of the run's inputs, which are kept and shown. */
  readonly logins: readonly RegistryLogin[];
  readonly settings: RepositorySettings;
  readonly problems: readonly StructuredProblem[];
}

/** One problem in one of them. */
interface StructuredProblem extends YamlProblem {
  readonly input: InputName;
}

export const noStructured: Structured = { logins: [], settings: plainSettings, problems: [] };

/** Parses them. The YAML parser is a chunk of its own, because most runs have none of these inputs. */
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
