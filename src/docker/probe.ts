import type { Docker } from '../ports.ts';
import type { Builder } from '../types/plan.ts';
import { chooseBuilder, chooseFromSocket } from './builder.ts';

/**
 * Asks the engine and the builder about themselves, and chooses how to build: over the engine's socket and from buildx's
 * files, and where these cannot answer through docker, which takes ten times as long and says what is wrong.
 * Throws `engine-unreachable` where no engine answers and the builder needs one.
 */
export async function probeBuilder(docker: Docker): Promise<Builder> {
  return (await fromSocket(docker)) ?? (await fromDocker(docker));
}

async function fromSocket({ engine, buildx }: Docker): Promise<Builder | undefined> {
  const [info, facts] = await Promise.all([
    engine?.request('GET', '/info').catch(() => undefined),
    buildx?.().catch(() => undefined),
  ]);
  if (info?.status !== 200 || facts === undefined) return undefined;
  return chooseFromSocket({ info: info.body, buildx: facts });
}

async function fromDocker(docker: Docker): Promise<Builder> {
  const [info, inspect] = await Promise.all([
    docker.run(['info', '--format', '{{json .}}'], { show: false }),
    docker.run(['buildx', 'inspect'], { show: false }),
  ]);
  return chooseBuilder({ info, inspect });
}
