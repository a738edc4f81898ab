import type { Docker } from '../ports.ts';
import type { Builder } from '../types/plan.ts';
import { ShipError } from '../types/errors.ts';
import { clause } from '../types/text.ts';
import { chooseBuilder, chooseFromSocket } from './builder.ts';

/**
 * Asks the engine and the builder about themselves, and chooses how to build: over the engine's socket and from buildx's
 * files, and where these cannot answer through docker, which takes ten times as long and says what is wrong.
 * @param name the builder that the person asks for; undefined: the one in use
 * Throws `engine-unreachable` where no engine answers and the builder needs one, `builder-unfit` where there is no such builder.
 */
export async function probeBuilder(docker: Docker, name?: string): Promise<Builder> {
  if (name !== undefined) return fromDocker(docker, name);
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

async function fromDocker(docker: Docker, name?: string): Promise<Builder> {
  const [info, inspect] = await Promise.all([
    docker.run(['info', '--format', '{{json .}}'], { show: false }),
    docker.run(['buildx', 'inspect', ...(name === undefined ? [] : [name])], { show: false }),
  ]);
  if (name !== undefined && inspect.exitCode !== 0) throw noSuchBuilder(name, inspect.stderr);
  return chooseBuilder({ info, inspect });
}

function noSuchBuilder(name: string, said: string): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `Input builder is ${JSON.stringify(name)}, and buildx cannot use it: ${clause(said.trim() || 'it said nothing')}.`,
    next: 'Add docker/setup-buildx-action before this step and give its output name; docker buildx ls lists what is there.',
  });
}
