import { invalidParameter } from '../errors.ts';

/** What the gallery shows about a repository. Source: ECR Public API reference, RepositoryCatalogDataInput. */
export type CatalogData = Readonly<Record<string, unknown>>;

/** A public repository that exists from the start. */
export interface ScenarioPublicRepository {
  readonly name: string;
  readonly catalogData?: CatalogData;
}

const longest: Readonly<Record<string, number>> = { description: 1024, aboutText: 25_600, usageText: 25_600 };
const mostBadges = 50;

/** Checks catalogue data in a request. Throws InvalidParameterException. */
export function catalogDataIn(given: CatalogData): CatalogData {
  for (const [name, most] of Object.entries(longest)) {
    const text = given[name];
    if (text === undefined) continue;
    if (typeof text !== 'string' || text.length > most)
      throw invalidParameter(`catalogData.${name}`, `must have length less than or equal to ${String(most)}`);
  }
  for (const name of ['architectures', 'operatingSystems']) {
    const list = given[name];
    if (list !== undefined && (!Array.isArray(list) || list.length > mostBadges))
      throw invalidParameter(
        `catalogData.${name}`,
        `must have length less than or equal to ${String(mostBadges)}`,
      );
  }
  const { description, architectures, operatingSystems, aboutText, usageText } = given;
  const members = { description, architectures, operatingSystems, aboutText, usageText };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
