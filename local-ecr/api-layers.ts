import { Readable } from 'node:stream';
import { nameOf } from './api-repositories.ts';
import { isBlobArchived } from './archive.ts';
import type { Upload } from './blobs.ts';
import { AwsError, layerDigestMismatch } from './errors.ts';
import { repositoryOf } from './images.ts';
import { contentOf, requiredBlobs } from './manifests.ts';
import type { ApiCall, Operations } from './operation.ts';
import type { RepositoryState } from './state.ts';

/** Layer parts have 5 to 10 MiB; the last one may be smaller. Source: ECR user guide, "Service quotas". */
const smallestPart = 5 * 1024 * 1024;
const partSize = 10 * 1024 * 1024;

/** Operations that push and pull layers through the API. */
export const layerOperations: Operations = {
  BatchCheckLayerAvailability({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const digests = parameters.texts('layerDigests', 1, 100);
    return {
      layers: digests.filter(isDigest).map((layerDigest) => ({
        layerDigest,
        ...(holds(repository, layerDigest) && registry.blobs.has(layerDigest)
          ? {
              layerAvailability: isBlobArchived(registry, repository, layerDigest) ? 'ARCHIVED' : 'AVAILABLE',
              layerSize: registry.blobs.size(layerDigest),
              mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
            }
          : { layerAvailability: 'UNAVAILABLE' }),
      })),
      failures: digests
        .filter((digest) => !isDigest(digest))
        .map((layerDigest) => ({
          layerDigest,
          failureCode: layerDigest === '' ? 'MissingLayerDigest' : 'InvalidLayerDigest',
          failureReason: 'Invalid request parameters: the layer digest is not valid',
        })),
    };
  },

  InitiateLayerUpload({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    return { uploadId: registry.blobs.startUpload(repository.name).id, partSize };
  },

  async UploadLayerPart(call) {
    const { registry, parameters } = call;
    const { repository, upload } = uploadIn(call);
    const first = parameters.number('partFirstByte', 0, Number.MAX_SAFE_INTEGER);
    const last = parameters.number('partLastByte', 0, Number.MAX_SAFE_INTEGER);
    const bytes = Buffer.from(parameters.text('layerPartBlob'), 'base64');
    if (first !== upload.size || last - first + 1 !== bytes.length || bytes.length > 2 * partSize) {
      throw new AwsError(
        'InvalidLayerPartException',
        'The layer part size is not valid, or the first byte specified is not consecutive to the last byte of a previous layer part upload.',
        400,
        {
          ...nameOf(registry, repository),
          uploadId: upload.id,
          lastValidByteReceived: Math.max(0, upload.size - 1),
        },
      );
    }
    await registry.blobs.append(upload, Readable.from([bytes]));
    upload.parts.push(bytes.length);
    return { ...nameOf(registry, repository), uploadId: upload.id, lastByteReceived: last };
  },

  async CompleteLayerUpload(call) {
    const { registry, parameters } = call;
    const { repository, upload } = uploadIn(call);
    const [layerDigest = ''] = parameters.texts('layerDigests', 1, 100);
    if (upload.size === 0) {
      throw new AwsError(
        'EmptyUploadException',
        'The specified layer upload does not contain any layer parts.',
      );
    }
    if (upload.parts.slice(0, -1).some((size) => size < smallestPart))
      throw new AwsError('LayerPartTooSmallException', 'Layer parts must be at least 5 MiB in size.');
    if (holds(repository, layerDigest)) {
      throw new AwsError(
        'LayerAlreadyExistsException',
        'The image layer already exists in the associated repository.',
      );
    }
    if (!(await registry.blobs.finish(upload, layerDigest)))
      throw new AwsError('InvalidLayerException', layerDigestMismatch);
    repository.blobs[layerDigest] = true;
    registry.save();
    return { ...nameOf(registry, repository), uploadId: upload.id, layerDigest };
  },

  GetDownloadUrlForLayer({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const layerDigest = parameters.text('layerDigest');
    const isThere = holds(repository, layerDigest) && registry.blobs.has(layerDigest);
    if (!isThere || isBlobArchived(registry, repository, layerDigest)) {
      throw new AwsError(
        'LayersNotFoundException',
        'The specified layers could not be found, or the specified layer is not valid for this repository.',
      );
    }
    const isUsed = Object.values(repository.images).some((image) =>
      requiredBlobs(contentOf(image)).includes(layerDigest),
    );
    if (!isUsed) {
      throw new AwsError(
        'LayerInaccessibleException',
        'The specified layer is not available because it is not associated with an image. Unassociated image layers may be cleaned up at any time.',
      );
    }
    return { downloadUrl: registry.downloads.urlFor(layerDigest), layerDigest };
  },
};

function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

function holds(repository: RepositoryState, digest: string): boolean {
  return repository.blobs[digest] === true;
}

function uploadIn({ registry, parameters }: ApiCall): { repository: RepositoryState; upload: Upload } {
  const repository = repositoryOf(registry, parameters.repositoryName());
  const upload = registry.blobs.upload(parameters.text('uploadId'));
  if (upload?.repository === repository.name) return { repository, upload };
  throw new AwsError(
    'UploadNotFoundException',
    'The upload could not be found, or the specified upload ID is not valid for this repository.',
  );
}
