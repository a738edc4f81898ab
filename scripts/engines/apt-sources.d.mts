type Entry = Map<string, string>;

export function parseSources(text: string, format: 'sources' | 'list'): Entry[];
export function rewriteSources(
  entries: readonly Entry[],
  options: { from: string; to?: string; keyring?: string; architecture?: string },
): string;
