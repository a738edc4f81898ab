import { AwsError, invalidParameter } from './errors.ts';

/** A request's JSON body, read with the constraints of the API and refused in its words. */
export interface Parameters {
  text(name: string): string;
  optionalText(name: string): string | undefined;
  optionalNumber(name: string, from: number, to: number): number | undefined;
  list(name: string): readonly unknown[];
  optionalList(name: string): readonly unknown[] | undefined;
  object(name: string): Readonly<Record<string, unknown>>;
  /** An empty one where it is not given. */
  optionalObject(name: string): Readonly<Record<string, unknown>>;
  repositoryName(): string;
}

export function parametersOf(body: Readonly<Record<string, unknown>>): Parameters {
  const missing = (name: string) =>
    new AwsError(
      'ValidationException',
      `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
    );
  const optionalText = (name: string) => {
    const value = body[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw new AwsError('SerializationException', `${name} is not a string`);
    return value;
  };
  const text = (name: string) => {
    const value = optionalText(name);
    if (value === undefined) throw missing(name);
    return value;
  };
  const optionalList = (name: string) => {
    const value = body[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw new AwsError('SerializationException', `${name} is not a list`);
    return value as unknown[];
  };
  return {
    text,
    optionalText,
    optionalList,
    list(name) {
      const value = optionalList(name);
      if (value === undefined) throw missing(name);
      return value;
    },
    object(name) {
      const value = body[name];
      if (typeof value !== 'object' || value === null) throw missing(name);
      return value as Record<string, unknown>;
    },
    optionalObject(name) {
      const value = body[name];
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    },
    optionalNumber(name, from, to) {
      const value = body[name];
      if (value === undefined || value === null) return undefined;
      if (typeof value !== 'number' || value < from || value > to) {
        throw invalidParameter(name, `Member must have value between ${String(from)} and ${String(to)}`);
      }
      return value;
    },
    repositoryName() {
      const name = text('repositoryName');
      const legal = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
      if (name.length < 2 || name.length > 256 || !legal.test(name)) {
        throw invalidParameter(
          'repositoryName',
          "must satisfy regular expression '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*'",
        );
      }
      return name;
    },
  };
}

/** One page of a list: ECR's tokens are opaque, ours hold the offset. */
export function page<T>(
  items: readonly T[],
  parameters: Parameters,
  most = 1000,
): { items: readonly T[]; nextToken?: string } {
  const size = parameters.optionalNumber('maxResults', 1, most) ?? Math.min(100, most);
  const token = parameters.optionalText('nextToken');
  const offset = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(offset) || offset < 0)
    throw invalidParameter('nextToken', 'invalid pagination token');
  const end = offset + size;
  return {
    items: items.slice(offset, end),
    ...(end < items.length && { nextToken: Buffer.from(String(end)).toString('base64url') }),
  };
}
