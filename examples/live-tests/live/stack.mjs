import { readFileSync } from 'node:fs';

/** What was deployed, as one flat object: the result of ecr-ship, and the endpoint of the stack that runs the image. */
export function readStack(env = process.env) {
  const result = JSON.parse(readFileSync(env.RESULT_FILE ?? 'ecr-ship.json', 'utf8'));
  const missing = ['image', 'digest', 'fixedTag', 'verdict', 'size'].filter((name) => result[name] == null);
  if (missing.length > 0)
    throw new Error(`The result has no ${missing.join(', ')}: ${result.error ?? 'no error'}`);
  if (!env.ENDPOINT) throw new Error('ENDPOINT is not set: where does the image run?');
  return { ...result, endpoint: env.ENDPOINT };
}
