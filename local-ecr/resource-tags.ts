import { AwsError } from './errors.ts';
import { dictionary } from './state.ts';

const mostTags = 50;

/** Parses a request's resource tags. Throws InvalidTagParameterException, TooManyTagsException. */
export function resourceTagsIn(given: readonly unknown[]): Record<string, string> {
  const tags = dictionary<string>();
  for (const tag of given) {
    const { Key: key, Value: value } = tag as { Key?: unknown; Value?: unknown };
    const isLegal =
      typeof key === 'string' &&
      typeof value === 'string' &&
      key.length >= 1 &&
      key.length <= 128 &&
      value.length <= 256;
    if (!isLegal) {
      throw new AwsError(
        'InvalidTagParameterException',
        'An invalid parameter has been specified. Tag keys can have a maximum character length of 128 characters, and tag values can have a maximum length of 256 characters.',
      );
    }
    tags[key] = value;
  }
  requireFew(tags);
  return tags;
}

/** Throws TooManyTagsException if a resource would have more than 50 tags. */
export function requireFew(tags: Readonly<Record<string, string>>): void {
  if (Object.keys(tags).length <= mostTags) return;
  throw new AwsError(
    'TooManyTagsException',
    'The list of tags on the repository is over the limit. The maximum number of tags that can be applied to a repository is 50.',
  );
}
