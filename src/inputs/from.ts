import { parseDigest, type Digest } from '../types/digest.ts';
import type { From, RepositoryPlace } from '../types/inputs.ts';
import { parseTag, type Tag } from '../types/names.ts';
import { notAllowed, ok, parseLines, type BadItem, type Parsed } from './parsed.ts';
import { parseRepositoryInput } from './repository-input.ts';

const form =
  'digests such as sha256:0123… (64 digits), one a line, or one tag; each may stand behind its repository, as in <uri>@sha256:… or <uri>:1.4.2';

interface Subject {
  readonly place: RepositoryPlace | undefined;
  readonly id: { readonly digest: Digest } | { readonly tag: Tag };
}

/** `from`: digests, of which several are joined into an index, or one tag. Empty gives undefined. */
export function parseFrom(
  text: string,
): Parsed<From | undefined> | { readonly ok: false; readonly bad: readonly BadItem[] } {
  const read = parseLines(text, parseSubject);
  if (!read.ok) return read;
  const [first] = read.value;
  if (first === undefined) return ok(undefined);
  const digests = read.value.flatMap(({ id }) => ('digest' in id ? id.digest : []));
  if (digests.length < read.value.length) {
    if (read.value.length > 1 || 'digest' in first.id)
      return notAllowed(
        'several digests, or one tag alone: a tag may point to another image by the time it is read',
      );
    return ok({ place: first.place, images: first.id });
  }
  if (read.value.some(({ place }) => whole(place) !== whole(first.place)))
    return notAllowed('digests of one repository');
  return ok({ place: first.place, images: { digests: [...new Set(digests)] } });
}

function parseSubject(line: string): Parsed<Subject> {
  const at = line.indexOf('@');
  if (at >= 0) {
    const digest = parseDigest(line.slice(at + 1));
    // `name:tag@digest` is the digest: the tag is for people.
    const place = parsePlace(line.slice(0, at).replace(/:[\w.-]+$/, ''));
    return digest === undefined || place === undefined ? notAllowed(form) : ok({ place, id: { digest } });
  }
  const digest = parseDigest(line);
  if (digest !== undefined) return ok({ place: undefined, id: { digest } });
  if (/^sha256:/i.test(line)) return notAllowed(`${form}; a digest has 64 digits of 0-9 and a-f`);
  const colon = line.lastIndexOf(':');
  const place = colon > 0 ? parsePlace(line.slice(0, colon)) : undefined;
  const tag = parseTag(colon > 0 ? line.slice(colon + 1) : line);
  if (tag === undefined || (colon > 0 && place === undefined)) return notAllowed(form);
  return ok({ place, id: { tag } });
}

function parsePlace(text: string): RepositoryPlace | undefined {
  const parsed = parseRepositoryInput(text);
  return parsed.ok ? parsed.value : undefined;
}

function whole(place: RepositoryPlace | undefined): string {
  return JSON.stringify([place?.registryId, place?.region, place?.name]);
}
