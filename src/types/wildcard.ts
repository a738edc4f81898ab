/** One step of a pattern. */
export type Step =
  /** This very character. */
  | { readonly kind: 'literal'; readonly character: string }
  /** One character of a name, and so many of them; a slash ends a name. */
  | { readonly kind: 'one' | 'name' }
  /** One character, and so many of them, whatever they are. */
  | { readonly kind: 'any' | 'all' }
  /** Nothing, or folders with the slash behind them. */
  | { readonly kind: 'folders' };

/**
 * Whether a text is what a pattern describes, from its first character to its last. Takes time in proportion to text and
 * pattern, where a regular expression takes more with every star, and whoever writes the pattern may mean it.
 */
export function matchesSteps(steps: readonly Step[], text: string): boolean {
  let here = reached(steps, [{ at: 0, isInside: false }]);
  for (const character of text) {
    const next: Place[] = [];
    for (const place of here) next.push(...after(steps, place, character));
    here = reached(steps, next);
    if (here.length === 0) return false;
  }
  return here.some(({ at, isInside }) => at === steps.length && !isInside);
}

/** How far a pattern has got. */
interface Place {
  readonly at: number;
  /** In the middle of folders, so that the pattern goes on behind a slash only. */
  readonly isInside: boolean;
}

function after(steps: readonly Step[], { at, isInside }: Place, character: string): Place[] {
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

/** Those places and all that are reached from them without a character, each once. */
function reached(steps: readonly Step[], places: readonly Place[]): Place[] {
  const seen = new Set<number>();
  const found: Place[] = [];
  const queue = [...places];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    const { at, isInside } = place;
    const key = at * 2 + (isInside ? 1 : 0);
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(place);
    const kind = steps[at]?.kind;
    const mayBeEmpty = kind === 'name' || kind === 'all' || (kind === 'folders' && !isInside);
    if (mayBeEmpty) queue.push({ at: at + 1, isInside: false });
  }
  return found;
}

/** Whether a text is what a pattern describes in which `*` stands for any run of characters, and `?`, if asked for, for one. */
export function matchesWildcard(text: string, pattern: string, { question = false } = {}): boolean {
  const steps = Array.from(pattern, (character): Step => {
    if (character === '*') return { kind: 'all' };
    return question && character === '?' ? { kind: 'any' } : { kind: 'literal', character };
  });
  return matchesSteps(steps, text);
}
