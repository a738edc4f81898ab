export function versionOf(tag: string): { version: string; numbers: number[]; isPreRelease: boolean };
export function notesOf(changelog: string, tag: string): string;
export function followersOf(
  tag: string,
  tags: readonly string[],
): { major: string; isLatest: boolean; isPreRelease: boolean };
