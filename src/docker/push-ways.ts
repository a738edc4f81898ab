import type { DockerResult, LoopbackFront, Manifests } from '../ports.ts';
import { registryHost, type Repository } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import { frontName, registryName } from './image-names.ts';

/** Where a candidate is pushed to. */
export interface PushTarget {
  readonly repository: Repository & { readonly manifests?: Pick<Manifests, 'readAhead'> };
  /** Variables that log docker in to it. */
  readonly env: Readonly<Record<string, string>>;
  /** A front of the same registry, which is tried first. */
  readonly front?: PushFront | undefined;
}

/** A front, and the variables that log docker in to it. */
export interface PushFront extends Omit<LoopbackFront, 'basic'> {
  readonly env: Readonly<Record<string, string>>;
}

/** One way to the registry: the image's name on it, and the variables for docker. */
interface PushWay {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How one push reaches the registry. */
interface PushWays {
  /** The way in use. */
  now(): PushWay;
  /** Switches to the registry itself if a push failed because the engine never reached the front; whether it did. */
  giveUp(): boolean;
  /** Docker's output with the registry's host instead of the front's, and with the reason that the front saw. */
  told(result: DockerResult): DockerResult;
}

export function pushWays(tag: Tag, { repository, env, front }: PushTarget): PushWays {
  const direct: PushWay = { name: registryName(repository, tag), env };
  let way = front === undefined ? direct : { name: frontName(front, repository, tag), env: front.env };
  return {
    now: () => way,
    giveUp() {
      if (front === undefined || way === direct || front.isUsed()) return false;
      way = direct;
      return true;
    },
    told(result) {
      if (front === undefined || way === direct) return result;
      const itself = (text: string) => text.replaceAll(front.host, registryHost(repository));
      const fault = front.takeFault();
      // Appended to docker's last line, from which the kind of failure is read.
      const why = fault === undefined || result.exitCode === 0 ? '' : `; ${fault}`;
      return {
        ...result,
        stdout: itself(result.stdout),
        stderr: `${itself(result.stderr).trimEnd()}${why}`,
      };
    },
  };
}
