/** One step of a pattern. */
export type Step =
  /** Exactly this character. */
  | { readonly kind: 'literal'; readonly character: string }
  /** One character, or any number of them, up to a slash. */
  | { readonly kind: 'one' | 'name' }
  /** One character, or any number of them, slashes included. */
  | { readonly kind: 'any' | 'all' }
  /** Nothing, or folders, each with its slash. */
  | { readonly kind: 'folders' };

/**
 * Whether a whole text matches a pattern. Takes time in proportion to text and pattern; a regular expression takes
 * more with every star, which whoever writes the pattern could exploit.
 */
export function matchesSteps(steps: readonly Step[], text: string): boolean {
  let here = withEmptyMatches(steps, [{ at: 0, isInside: false }]);
  for (const character of text) {
    const next: Progress[] = [];
    for (const progress of here) next.push(...after(steps, progress, character));
    here = withEmptyMatches(steps, next);
    if (here.length === 0) return false;
  }
  return here.some(({ at, isInside }) => at === steps.length && !isInside);
}

/** How far a pattern has been matched. */
interface Progress {
  readonly at: number;
  /** Whether this is inside folders, so that the pattern goes on only after a slash. */
  readonly isInside: boolean;
}

function after(steps: readonly Step[], { at, isInside }: Progress, character: string): Progress[] {
  const step = steps[at];
  const stay = { at, isInside };
  const goOn = { at: at + 1, isInside: false };
  switch (step?.kind) {
    case undefined:
      return [];
    case 'literal':
      return step.character === character ? [goOn] : [];
    case 'one':
      return character === '/' ? [] : [goOn];
    case 'any':
      return [goOn];
    case 'name':
      return character === '/' ? [] : [stay];
    case 'all':
      return [stay];
    case 'folders':
      return character === '/' ? [{ at, isInside: true }, goOn] : [{ at, isInside: true }];
  }
}

/** Some places, and all that can be reached from them without a character, each once. */
function withEmptyMatches(steps: readonly Step[], places: readonly Progress[]): Progress[] {
  const seen = new Set<number>();
  const found: Progress[] = [];
  const queue = [...places];
  for (let progress = queue.pop(); progress !== undefined; progress = queue.pop()) {
    const { at, isInside } = progress;
    const key = at * 2 + (isInside ? 1 : 0);
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(progress);
    const kind = steps[at]?.kind;
    const mayBeEmpty = kind === 'name' || kind === 'all' || (kind === 'folders' && !isInside);
    if (mayBeEmpty) queue.push({ at: at + 1, isInside: false });
  }
  return found;
}

/** Whether a text matches a pattern in which `*` stands for any characters and, if `question` is set, `?` for one. */
export function matchesWildcard(text: string, pattern: string, { question = false } = {}): boolean {
  const steps = Array.from(pattern, (character): Step => {
    if (character === '*') return { kind: 'all' };
    return question && character === '?' ? { kind: 'any' } : { kind: 'literal', character };
  });
  return matchesSteps(steps, text);
}
