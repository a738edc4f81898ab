import type { Docker } from '../ports.ts';
import type { Builder } from '../types/plan.ts';
import { ShipError } from '../types/errors.ts';
import { clause } from '../types/text.ts';
import { chooseBuilder, chooseFromSocket } from './builder.ts';

/** What builds the image. */
export interface Probe {
  /**
   * The likely builder, from the engine's socket and buildx's files alone: buildx is not asked for its version, so a
   * recent one is assumed. Undefined if these cannot tell. Never fails.
   */
  readonly likely: Promise<Builder | undefined>;
  /**
   * The actual builder. Asks on the first call.
   * Throws `engine-unreachable` if no engine answers and the builder needs one, `builder-unfit` if there is no such
   * builder.
   */
  certain(): Promise<Builder>;
}

/**
 * Asks the engine and the builder about themselves, and chooses how to build: from the engine's socket and buildx's
 * files, or, if these cannot answer, through docker, which takes ten times as long and says what is wrong.
 * @param name the builder that the user asks for; undefined means the one in use
 */
export function probeBuilder(docker: Docker, name?: string): Probe {
  const facts = name === undefined ? askSocket(docker) : Promise.resolve(undefined);
  let certain: Promise<Builder> | undefined;
  return {
    likely: facts
      .then(
        (found) =>
          found && chooseFromSocket({ ...found, buildx: { driver: found.driver, version: undefined } }),
      )
      .catch(() => undefined),
    certain: () => (certain ??= decide(docker, facts, name)),
  };
}

/** What the engine's socket and buildx's files say; undefined if one of them says nothing. */
interface SocketFacts {
  readonly info: string;
  readonly driver: string;
}

async function askSocket({ engine, buildx }: Docker): Promise<SocketFacts | undefined> {
  const [info, driver] = await Promise.all([
    engine?.request('GET', '/info').catch(() => undefined),
    buildx?.driver().catch(() => undefined),
  ]);
  return info?.status !== 200 || driver === undefined ? undefined : { info: info.body, driver };
}

async function decide(
  docker: Docker,
  facts: Promise<SocketFacts | undefined>,
  name: string | undefined,
): Promise<Builder> {
  const found = await facts;
  const version = found && (await docker.buildx?.version().catch(() => undefined));
  const chosen =
    found === undefined || version === undefined
      ? undefined
      : chooseFromSocket({ info: found.info, buildx: { driver: found.driver, version } });
  return chosen ?? fromDocker(docker, name);
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
