import type { DockerResult, LoopbackFront, Manifests } from '../ports.ts';
import { registryHost, type Repository } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import { frontName, registryName } from './image-names.ts';

/** Where a candidate is pushed to. */
export interface PushTarget {
  readonly repository: Repository & { readonly manifests?: Pick<Manifests, 'readAhead'> };
  /** Variables that log docker in there. */
  readonly env: Readonly<Record<string, string>>;
  /** A nearer door to the same registry, which is tried first. */
  readonly front?: PushFront | undefined;
}

/** A front, and the variables that log docker in there. */
export interface PushFront extends Pick<LoopbackFront, 'host' | 'isUsed' | 'takeFault'> {
  readonly env: Readonly<Record<string, string>>;
}

/** One way to the registry: what the image is called on it, and what docker is given. */
interface PushWay {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The ways of one push. */
interface PushWays {
  /** The one that is taken. */
  now(): PushWay;
  /** Goes over to the registry itself after a push that has failed, if the engine has not even come to the front. */
  giveUp(): boolean;
  /** What docker has said, about the registry itself, with what failed between the front and the registry. */
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
      // On docker's own last line, which says what kind of fault it is.
      const why = fault === undefined || result.exitCode === 0 ? '' : `; ${fault}`;
      return {
        ...result,
        stdout: itself(result.stdout),
        stderr: `${itself(result.stderr).trimEnd()}${why}`,
      };
    },
  };
}
