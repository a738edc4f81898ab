export interface FileChanges {
  readonly additions: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions: readonly { readonly path: string }[];
}
export function blobId(bytes: Buffer): string;
export function changesOf(
  built: ReadonlyMap<string, Buffer>,
  before: readonly { readonly name: string; readonly sha: string }[],
): FileChanges;
export function commitRequest(
  changes: FileChanges,
  where: { readonly repository: string; readonly branch: string; readonly commit: string },
): { query: string; variables: { input: Readonly<Record<string, unknown>> } } | undefined;
