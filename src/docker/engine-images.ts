import type { Ports } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import { clause } from '../types/text.ts';
import { wrappedCommand } from './display.ts';
import { historyIn, sizesIn, type BuiltLayer, type EngineSizes } from './engine-sizes.ts';

/** The images in this machine's engine, by name. */
interface EngineImages {
  /** Gives an image another name. Throws `push-failed`. */
  tag(source: string, name: string): Promise<void>;
  /**
   * Removes names; layers stay, so that the next build finds them in the cache. A missing name is fine. Throws
   * `engine-unreachable` if the engine keeps one.
   */
  untag(names: readonly string[]): Promise<void>;
  /** The engine's id of an image; undefined if it does not say. */
  idOf(name: string): Promise<string | undefined>;
  /**
   * The size of an image, as far as the engine tells.
   * @param isGraphDriver whether the engine keeps images only unpacked, so that the size it gives is the unpacked one
   */
  sizesOf(name: string, isGraphDriver: boolean): Promise<EngineSizes>;
  /** Its layers and the instruction of each, lowest first; empty if the engine does not say. */
  historyOf(name: string): Promise<readonly BuiltLayer[]>;
}

/** The engine's answer about an image; undefined if it cannot be asked, or has no such image. */
async function askOf(docker: Ports['docker'], path: string): Promise<string | undefined> {
  const answer = await docker.engine?.request('GET', `/images/${path}`).catch(() => undefined);
  return answer?.status === 200 ? answer.body : undefined;
}

/** Asks the engine directly if possible, which takes milliseconds instead of a process; otherwise asks docker. */
export function engineImages({ docker, log }: Pick<Ports, 'docker' | 'log'>): EngineImages {
  return {
    async tag(source, name) {
      const colon = name.lastIndexOf(':');
      const query = new URLSearchParams({ repo: name.slice(0, colon), tag: name.slice(colon + 1) });
      const args = ['tag', source, name];
      log.info(wrappedCommand(args));
      const answer = await docker.engine
        ?.request('POST', `/images/${source}/tag?${query.toString()}`)
        .catch(() => undefined);
      if (answer?.status === 201) return;
      const { exitCode, stderr } = await docker.run(args, { show: false });
      if (exitCode !== 0)
        throw new ShipError({
          code: 'push-failed',
          what: `The image was built, but the engine does not give it the name to push: ${clause(stderr)}.`,
          next: 'Look at the engine of this runner, then run the job again.',
        });
    },

    async idOf(name) {
      const answer = await docker.engine?.request('GET', `/images/${name}/json`).catch(() => undefined);
      const said =
        answer?.status === 200
          ? answer.body
          : (await docker.run(['image', 'inspect', name, '--format', '{"Id":{{json .Id}}}'], { show: false }))
              .stdout;
      return /"Id"\s*:\s*"(sha256:[0-9a-f]{64})"/.exec(said)?.[1];
    },

    async sizesOf(name, isGraphDriver) {
      const said = await askOf(docker, `${name}/json?manifests=true`);
      return said === undefined ? {} : sizesIn(said, isGraphDriver);
    },

    async historyOf(name) {
      const said = await askOf(docker, `${name}/history`);
      return said === undefined ? [] : historyIn(said);
    },

    async untag(names) {
      const isGone = async (name: string) => {
        const asking = docker.engine?.request('DELETE', `/images/${name}?noprune=true`);
        const answer = await asking?.catch(() => undefined);
        return answer?.status === 200 || answer?.status === 404;
      };
      const gone = await Promise.all(names.map(isGone));
      const left = names.filter((_, index) => gone[index] === false);
      if (left.length === 0) return;
      const { exitCode, stderr } = await docker.run(['image', 'rm', '--no-prune', ...left], { show: false });
      if (exitCode === 0 || /no such image/i.test(stderr)) return;
      throw new ShipError({
        code: 'engine-unreachable',
        what: `The engine keeps ${left.join(' and ')}: ${clause(stderr)}.`,
        next: 'Remove it with docker image rm where the engine is not made anew for each job.',
      });
    },
  };
}
