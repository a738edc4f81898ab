import { chooseBuilder } from './builder.ts';
import type { Docker } from '../ports.ts';
import type { Builder } from '../types/plan.ts';

/** Asks the engine and the builder about themselves, side by side, and chooses how to build. */
export async function probeBuilder(docker: Docker): Promise<Builder> {
  const [info, inspect] = await Promise.all([
    docker.run(['info', '--format', '{{json .}}'], { show: false }),
    docker.run(['buildx', 'inspect'], { show: false }),
  ]);
  return chooseBuilder({ info, inspect });
}
