export function ensureChromium(): Promise<{
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}>;
