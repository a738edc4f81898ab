import { nameOf } from './api-repositories.ts';
import { statusOf } from './archive.ts';
import { AwsError } from './errors.ts';
import { findOrThrow, identified, worded } from './image-ids.ts';
import { repositoryOf } from './images.ts';
import { mergePatch } from './merge-patch.ts';
import type { Operations } from './operation.ts';
import { page } from './parameters.ts';
import { findingMembers, scanCounts, scanStatus } from './scan-answers.ts';
import { scanView } from './scans.ts';

export const findingOperations: Operations = {
  DescribeImageScanFindings({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const id = parameters.imageId();
    const image = findOrThrow(registry, repository, id);
    if (statusOf(registry, image) !== 'ACTIVE')
      return {
        ...nameOf(registry, repository),
        imageId: identified(image, id),
        imageScanStatus: { status: 'IMAGE_ARCHIVED' },
      };
    const view = scanView(registry, repository, image);
    if (view === undefined) {
      throw new AwsError(
        'ScanNotFoundException',
        `Image scan does not exist for the image with '${worded({ ...id, imageDigest: image.digest })}' in the repository with name '${repository.name}' in the registry with id '${registry.accountId}'`,
      );
    }
    const { items, nextToken } = page(view.findings, parameters);
    const counts = scanCounts(view);
    const answer = {
      ...nameOf(registry, repository),
      imageId: identified(image, id),
      imageScanStatus: scanStatus(view),
      ...(counts !== undefined && {
        imageScanFindings: {
          ...counts,
          ...findingMembers(registry, repository, image, { ...view, findings: items }),
        },
      }),
      nextToken,
    };
    return view.phase.lie === undefined ? answer : (mergePatch(answer, view.phase.lie) as object);
  },
};
