import type { FaultCase } from '../case.ts';

export const allCases: readonly FaultCase[] = [
  { name: 'nothing at all', group: 'api', expect: 'passes' },
  {
    name: 'DescribeImages: 500 for ever',
    group: 'api',
    requests: [
      { operation: 'DescribeImages', status: 500, type: 'ServerException', message: 'Internal error' },
    ],
    expect: 'fails',
    cause: /DescribeImages.*Internal error/,
  },
  {
    name: 'cancelled during the push',
    group: 'signals',
    signal: {
      how: 'cancel',
      at: { kind: 'request', fault: { operation: 'PUT manifest', from: 'docker' }, holdMs: 2000 },
    },
    next: true,
    expect: 'fails',
    cause: /cancel/i,
  },
];
