import { AwsError, invalidParameter } from './errors.ts';
import type { ImageIdentifier } from './image-ids.ts';

/** A request's JSON body, checked by the API's constraints and refused in its wording. */
export interface Parameters {
  text(name: string, from?: number, to?: number): string;
  optionalText(name: string, from?: number, to?: number): string | undefined;
  optionalFlag(name: string): boolean | undefined;
  number(name: string, from: number, to: number): number;
  optionalNumber(name: string, from: number, to: number): number | undefined;
  list(name: string, from: number, to: number): readonly unknown[];
  optionalList(name: string, from: number, to: number): readonly unknown[] | undefined;
  texts(name: string, from: number, to: number): readonly string[];
  optionalTexts(name: string, from: number, to: number): readonly string[] | undefined;
  object(name: string): Readonly<Record<string, unknown>>;
  /** An empty object by default. */
  optionalObject(name: string): Readonly<Record<string, unknown>>;
  repositoryName(): string;
  /** The single `imageId`. */
  imageId(): ImageIdentifier;
  /** 1 to 100 `imageIds`; undefined if they are not given. */
  imageIds(): readonly ImageIdentifier[] | undefined;
}

const repositoryNamePattern = '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*';

type Kind = 'string' | 'boolean' | 'number' | 'list' | 'object';

export function parametersOf(body: Readonly<Record<string, unknown>>): Parameters {
  const read = optionalParameters(body);
  const object = (name: string) =>
    required(name, read.optional(name, 'object') as Readonly<Record<string, unknown>> | undefined);
  return {
    ...read,
    object,
    text: (name, from, to) => required(name, read.optionalText(name, from, to)),
    number: (name, from, to) => required(name, read.optionalNumber(name, from, to)),
    list: (name, from, to) => required(name, read.optionalList(name, from, to)),
    texts: (name, from, to) => required(name, read.optionalTexts(name, from, to)),
    optionalFlag: (name) => read.optional(name, 'boolean') as boolean | undefined,
    optionalObject: (name) => (read.optional(name, 'object') ?? {}) as Readonly<Record<string, unknown>>,
    imageId: () => imageIdentifier(object('imageId')),
    imageIds: () => read.optionalList('imageIds', 1, 100)?.map(imageIdentifier),
    repositoryName: () => repositoryName(required('repositoryName', read.optionalText('repositoryName'))),
  };
}

/** The optional members of a body, each checked for type and bounds. */
function optionalParameters(body: Readonly<Record<string, unknown>>) {
  const optional = (name: string, kind: Kind): unknown => {
    const value = body[name] ?? undefined;
    if (value !== undefined && kindOf(value) !== kind)
      throw new AwsError('SerializationException', `${name} is not a ${kind}`);
    return value;
  };
  const optionalList = (name: string, from: number, to: number) => {
    const value = optional(name, 'list') as readonly unknown[] | undefined;
    if (value !== undefined) requireLength(name, value.length, from, to);
    return value;
  };
  return {
    optional,
    optionalList,
    optionalText(name: string, from = 0, to = Number.POSITIVE_INFINITY) {
      const value = optional(name, 'string') as string | undefined;
      if (value !== undefined) requireLength(name, value.length, from, to);
      return value;
    },
    optionalNumber(name: string, from: number, to: number) {
      const value = optional(name, 'number') as number | undefined;
      if (value !== undefined && value < from)
        throw invalidParameter(name, `must be greater than or equal to ${String(from)}`);
      if (value !== undefined && value > to)
        throw invalidParameter(name, `must be less than or equal to ${String(to)}`);
      return value;
    },
    optionalTexts(name: string, from: number, to: number) {
      const values = optionalList(name, from, to);
      if (values?.some((value) => typeof value !== 'string') === true)
        throw new AwsError('SerializationException', `${name} holds something that is not a string`);
      return values as readonly string[] | undefined;
    },
  };
}

function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw invalidParameter(name, 'must not be null');
  return value;
}

/** Whether ECR takes a name for a repository. Source: ECR API reference, CreateRepository. */
export function isRepositoryName(name: string): boolean {
  return name.length >= 2 && name.length <= 256 && new RegExp(`^${repositoryNamePattern}$`).test(name);
}

function repositoryName(name: string): string {
  requireLength('repositoryName', name.length, 2, 256);
  if (new RegExp(`^${repositoryNamePattern}$`).test(name)) return name;
  throw invalidParameter('repositoryName', `must satisfy regular expression '${repositoryNamePattern}'`);
}

function kindOf(value: unknown): Kind {
  return Array.isArray(value) ? 'list' : (typeof value as Kind);
}

function requireLength(name: string, length: number, from: number, to: number): void {
  if (length < from)
    throw invalidParameter(name, `must have length greater than or equal to ${String(from)}`);
  if (length > to) throw invalidParameter(name, `must have length less than or equal to ${String(to)}`);
}

function imageIdentifier(value: unknown): ImageIdentifier {
  const { imageDigest, imageTag } = (value ?? {}) as { imageDigest?: unknown; imageTag?: unknown };
  return {
    ...(typeof imageDigest === 'string' && { imageDigest }),
    ...(typeof imageTag === 'string' && { imageTag }),
  };
}

/** One page of a list. ECR's tokens are opaque, ours contain the offset. */
export function page<T>(
  items: readonly T[],
  parameters: Parameters,
  { most = 1000, usual = 100 } = {},
): { items: readonly T[]; nextToken?: string } {
  const size = parameters.optionalNumber('maxResults', 1, most) ?? usual;
  const token = parameters.optionalText('nextToken');
  const offset = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString() || 'none');
  if (!Number.isInteger(offset) || offset < 0) throw invalidParameter('nextToken', 'Invalid token');
  const end = offset + size;
  return {
    items: items.slice(offset, end),
    ...(end < items.length && { nextToken: Buffer.from(String(end)).toString('base64url') }),
  };
}
