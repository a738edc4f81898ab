import { parseDigest, type Digest } from '../types/digest.ts';
import type { From } from '../types/inputs.ts';
import { parseTag, type Tag } from '../types/names.ts';
import { notAllowed, ok, parseLines, type BadItem, type Parsed } from './parsed.ts';

const form =
  'digests such as sha256:0123… (64 digits), one per line, or one tag; each may follow its repository, as in <uri>@sha256:… or <uri>:1.4.2';

interface Subject {
  readonly repository: string | undefined;
  readonly id: { readonly digest: Digest } | { readonly tag: Tag };
}

/** Parses `from`: digests, several of which are joined into an index, or one tag. Empty gives undefined. */
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
    return ok({ repository: first.repository, images: first.id });
  }
  if (read.value.some(({ repository }) => repository !== first.repository))
    return notAllowed('digests of one repository');
  return ok({ repository: first.repository, images: { digests: [...new Set(digests)] } });
}

function parseSubject(line: string): Parsed<Subject> {
  const at = line.indexOf('@');
  if (at >= 0) {
    const digest = parseDigest(line.slice(at + 1));
    // In `name:tag@digest` only the digest counts; the tag is for people.
    const repository = line.slice(0, at).replace(/:[\w.-]+$/, '');
    return digest === undefined || !isReference(repository)
      ? notAllowed(form)
      : ok({ repository, id: { digest } });
  }
  const digest = parseDigest(line);
  if (digest !== undefined) return ok({ repository: undefined, id: { digest } });
  if (/^sha256:/i.test(line)) return notAllowed(`${form}; a digest has 64 digits of 0-9 and a-f`);
  const colon = line.lastIndexOf(':');
  const repository = colon > 0 ? line.slice(0, colon) : undefined;
  const tag = parseTag(colon > 0 ? line.slice(colon + 1) : line);
  if (tag === undefined || (repository !== undefined && !isReference(repository))) return notAllowed(form);
  return ok({ repository, id: { tag } });
}

/** A host, which may have a port, and a name, or a name alone. The registry tells which repository that is. */
function isReference(text: string): boolean {
  return /^(?:[a-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/i.test(text) && text.length < 512;
}
