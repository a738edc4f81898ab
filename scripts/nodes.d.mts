/** The node of a major version: this one where it fits, else one that is fetched. */
export function ensureNode(major: string): Promise<{ readonly version: string; readonly path: string }>;
