/** What the service is told by its task definition. A variable that is missing ends it at once, by name. */
export function readConfig(env) {
  const missing = ['TAX_PERCENT'].filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`Missing environment variable: ${missing.join(', ')}`);
  return { port: Number(env.PORT ?? '3000'), taxPercent: Number(env.TAX_PERCENT) };
}
