import { expect, test } from '@jest/globals';
import { readFindings } from '../../../src/scan/read-findings.ts';
import type { ScanPage } from '../../../src/types/scan.ts';
import { digest, finding } from '../support/values.ts';
import { fakeClock, fakeRepository } from '../support/world.ts';

// Nothing but the measured size keeps memory flat: an enhanced finding is several times as large as a basic one.
test.each([
  { scanner: 'basic', size: 500 },
  { scanner: 'enhanced', size: 250 },
] as const)('the pages of $scanner findings have $size each', async ({ scanner, size }) => {
  const page = (more: Partial<ScanPage>): ScanPage => ({
    scanner,
    status: 'COMPLETE',
    hasList: true,
    counts: new Map([['LOW', 2]]),
    listed: new Map([['LOW', 1]]),
    setAside: new Map(),
    findings: [finding('low')],
    ...more,
  });
  const asked: unknown[] = [];
  const { scanner: api } = fakeRepository({
    readScan: (_, request) => {
      asked.push(request);
      const next = request.token === undefined ? { nextToken: 'second' } : {};
      return Promise.resolve({ kind: 'status', page: page(next) });
    },
  });
  const image = { scanner: api!, digest: digest(1), deadline: 1000 };
  const reading = await readFindings(image, page({ nextToken: 'more' }), fakeClock(0));
  expect(reading).toMatchObject({ kind: 'whole', findings: { length: 2 } });
  expect(asked).toEqual([
    { size, withinMs: 1000 },
    { size, token: 'second', withinMs: 1000 },
  ]);
});
