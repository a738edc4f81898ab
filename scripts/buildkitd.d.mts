export const version: string;

export function ensureBuildkitd(
  env?: Readonly<Record<string, string | undefined>>,
): Promise<
  | { readonly path: string; readonly runc: string; readonly env: Readonly<Record<string, string>> }
  | { readonly why: string }
>;
