import { ecrImagesIn, type EcrImage } from '../plan/ecr-images.ts';
import type { Run } from '../run.ts';
import type { Credentials, DockerLogin } from '../types/credentials.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import { actions } from '../types/iam.ts';
import type { RegistryTarget } from '../types/image.ts';
import type { BuildInputs } from '../types/inputs.ts';
import { hasCredentials } from '../types/job-credentials.ts';
import { publicRegion } from '../types/regions.ts';
import { clause } from '../types/text.ts';
import { baseImagesOf } from './base-images.ts';
import { takeLogin } from './docker-login.ts';

interface Own {
  readonly target: RegistryTarget;
  /** The login to it, if there is one already. */
  readonly credentials?: Credentials;
}

/**
 * Logs in to every other private ECR registry that has base images, with the run's credentials. One login opens all
 * registries of its region. A registry that refuses is only logged: the image may belong to a stage that is not built.
 * Source: ECR API reference, GetAuthorizationToken.
 */
export async function loginsForBaseImages(
  images: readonly EcrImage[],
  own: Own,
  run: Run,
): Promise<readonly DockerLogin[]> {
  const hosts = new Map(images.map((image) => [image.host, image]));
  const logins = await Promise.all(
    [...hosts.values()].map(async (image): Promise<DockerLogin[]> => {
      try {
        const { basic } = await credentialsFor(image, own, run);
        run.ports.log.info(`Logged in to ${image.host} for the base image ${image.image}.`);
        return [{ host: image.host, basic }];
      } catch (error) {
        const { what } = asShipError(error);
        run.ports.log[image.isPublic ? 'info' : 'warning'](
          `There is no login for the base image ${image.image}: ${what}`,
        );
        return [];
      }
    }),
  );
  return logins.flat();
}

async function credentialsFor(
  { isPublic, place }: EcrImage,
  { target, credentials }: Own,
  run: Run,
): Promise<Credentials> {
  if (isPublic) {
    const region = publicRegion;
    return takeLogin(
      await run.ports.connect({ ...target, type: 'public', region, registryId: undefined }),
      run,
    );
  }
  const isOwn = target.type === 'private' && (place === undefined || place.region === target.region);
  if ((isOwn || place === undefined) && credentials !== undefined) return credentials;
  return takeLogin(await run.ports.connect({ ...target, type: 'private', ...place }), run);
}

/**
 * The images of a build in other ECR registries: those that the Dockerfile names, and named contexts that are images.
 * Source: Docker documentation, `docker buildx build --build-context`.
 */
export async function ecrImagesOf(build: BuildInputs, host: string, run: Run): Promise<readonly EcrImage[]> {
  return ecrImagesIn(await imagesOf(build, run), host);
}

async function imagesOf(build: BuildInputs, run: Run): Promise<readonly string[]> {
  const bases = await baseImagesOf(build, run);
  const contexts = build.options.buildContexts.flatMap(
    ({ value }) => /^docker-image:\/\/(.+)$/.exec(value)?.[1] ?? [],
  );
  return [...new Set([...(bases?.images ?? []), ...contexts])];
}

/**
 * The same if nothing is published: a job that has credentials pulls its base images with them. One that has none,
 * such as that of a fork, does not ask.
 */
export async function ecrImagesToPull(
  build: BuildInputs,
  puller: RegistryTarget | undefined,
  run: Run,
): Promise<readonly EcrImage[]> {
  const { job } = run.ports;
  if (puller === undefined || (puller.role === undefined && !hasCredentials(job.variable))) return [];
  const endpoint = job.variable('AWS_ENDPOINT_URL_ECR') ?? '';
  const near = URL.canParse(endpoint) ? new URL(endpoint).host : '';
  return ecrImagesIn(await imagesOf(build, run), '', near);
}

/** Messages of docker, BuildKit and the registry when pulling is not allowed. */
const refusal = /denied|not authorized|unauthorized|no basic auth|\b40[13]\b/i;

/** Improves the error of a build whose base image ECR refused: it names the image, and who has to allow pulling it. */
export function explainPull(error: unknown, images: readonly EcrImage[]): unknown {
  if (!(error instanceof ShipError) || error.code !== 'build-failed' || !refusal.test(error.what))
    return error;
  const found = images
    .filter(({ isPublic }) => !isPublic)
    .find(({ image }) => error.what.includes(image.replace(/[@:][^/]*$/, '')));
  if (found === undefined) return error;
  const { image, place } = found;
  const name = image.slice(image.indexOf('/') + 1).replace(/[@:][^/]*$/, '');
  const where = place === undefined ? '' : ` (account ${place.registryId}, ${place.region})`;
  return new ShipError({
    code: 'base-image-refused',
    what: `The base image ${image} is in another registry of ECR${where}, which does not let this run pull it: ${clause(error.what)}.`,
    next: `Both sides have to allow ${actions.pull.join(', ')}: a policy of this role, and where it is another account the policy of that repository.`,
    details: [
      'This allows the pull. In a policy of the role, with the resource:',
      JSON.stringify({ Effect: 'Allow', Action: actions.pull, Resource: arnOf(found, name) }, null, 2),
      `In the policy of the repository ${name}, with the principal:`,
      JSON.stringify({ Effect: 'Allow', Principal: { AWS: 'THE-ROLE' }, Action: actions.pull }, null, 2),
    ].join('\n'),
    cause: error,
  });
}

function arnOf({ place }: EcrImage, name: string): string {
  return place === undefined
    ? `arn:aws:ecr:*:*:repository/${name}`
    : `arn:aws:ecr:${place.region}:${place.registryId}:repository/${name}`;
}
