/** Checks one part of a JSON value. Throws what `flag` returns, with the path of the wrong part. */
export type Shape = (value: unknown, path: string) => void;

class ShapeError extends Error {}

/** Makes the error for a wrong part, to be thrown. */
export function flag(path: string, problem: string): Error {
  return new ShapeError(`${path === '' ? 'the whole' : path} ${problem}`);
}

/** The first problem with a value; undefined if there is none. */
export function check(shape: Shape, value: unknown): string | undefined {
  try {
    shape(value, '');
    return undefined;
  } catch (error) {
    if (error instanceof ShapeError) return error.message;
    throw error;
  }
}

export function text(shortest = 0): Shape {
  return (value, path) => {
    if (typeof value !== 'string') throw flag(path, `has to be a text, not ${shown(value)}`);
    if (value.length < shortest) throw flag(path, `needs at least ${String(shortest)} characters`);
  };
}

export function number(from: number, to = Number.POSITIVE_INFINITY): Shape {
  return (value, path) => {
    if (typeof value !== 'number' || value < from || value > to)
      throw flag(
        path,
        `has to be a number from ${String(from)}${to === Number.POSITIVE_INFINITY ? '' : ` to ${String(to)}`}, not ${shown(value)}`,
      );
  };
}

export function whole(from: number, to?: number): Shape {
  return (value, path) => {
    number(from, to)(value, path);
    if (!Number.isInteger(value)) throw flag(path, `has to be a whole number, not ${shown(value)}`);
  };
}

export function oneOf(...allowed: readonly string[]): Shape {
  return (value, path) => {
    if (!allowed.includes(value as string))
      throw flag(path, `is ${shown(value)}; allowed: ${allowed.join(', ')}`);
  };
}

export function list(item: Shape, shortest = 0): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) throw flag(path, `has to be a list, not ${shown(value)}`);
    if (value.length < shortest)
      throw flag(path, `needs at least ${shortest === 1 ? 'one entry' : `${String(shortest)} entries`}`);
    value.forEach((entry, index) => item(entry, `${path}[${String(index)}]`));
  };
}

/** Accepts an object with any members. */
export function anyObject(): Shape {
  return (value, path) => {
    if (!isObject(value)) throw flag(path, `has to be an object, not ${shown(value)}`);
  };
}

export function object({
  required = {},
  optional = {},
}: {
  readonly required?: Readonly<Record<string, Shape>>;
  readonly optional?: Readonly<Record<string, Shape>>;
}): Shape {
  const shapes = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, path) => {
    if (!isObject(value)) throw flag(path, `has to be an object, not ${shown(value)}`);
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(value)) {
      if (!shapes.has(key)) throw flag(below(key), `is not known; allowed: ${[...shapes.keys()].join(', ')}`);
    }
    for (const key of Object.keys(required)) {
      if (!(key in value)) throw flag(below(key), 'is missing');
    }
    for (const [key, entry] of Object.entries(value)) shapes.get(key)?.(entry, below(key));
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
