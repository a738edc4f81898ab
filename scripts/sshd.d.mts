export function ensureSshd(): Promise<
  { readonly sshd: string; readonly settings: readonly string[] } | { readonly why: string }
>;
