import { expect, test } from '@jest/globals';
import { ECRClient } from '@aws-sdk/client-ecr';
import { stsHost } from '../../../src/adapters/aws/caller.ts';

// Hosts of STS: AWS general reference, "AWS STS endpoints and quotas"; the partitions' own domains: the SDK.
test.each([
  { region: 'eu-west-1', host: 'sts.eu-west-1.amazonaws.com' },
  { region: 'cn-north-1', host: 'sts.cn-north-1.amazonaws.com.cn' },
  { region: 'us-gov-west-1', host: 'sts.us-gov-west-1.amazonaws.com' },
  { region: 'us-iso-east-1', host: 'sts.us-iso-east-1.c2s.ic.gov' },
])('STS of $region is $host', ({ region, host }) => {
  const { config } = new ECRClient({ region });
  expect(stsHost(config.endpointProvider({ Region: region }).url.hostname)).toBe(host);
});
