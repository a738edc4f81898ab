import { expect, test } from '@jest/globals';
import { instructionsOf } from '../../../src/image/instructions.ts';

test.each([
  ['COPY hello.txt /hello.txt # buildkit', 'COPY hello.txt /hello.txt'],
  ['RUN /bin/sh -c apk add curl # buildkit', 'RUN apk add curl'],
  ['/bin/sh -c #(nop) COPY file:abc in /hello.txt ', 'COPY file:abc in /hello.txt'],
  ['/bin/sh -c apk add\tcurl', 'RUN apk add curl'],
  // The values of build arguments are nobody's business, also where it cannot be told where they end.
  ['RUN |2 TOKEN=s3cret A=b c /bin/sh -c make all # buildkit', 'RUN make all'],
  ['|1 TOKEN=s3cret /bin/sh -c make', 'RUN make'],
  ['RUN |1 TOKEN=s3cret /bin/bash -c make # buildkit', 'RUN …'],
  ['RUN npm run /bin/sh -c it # buildkit', 'RUN npm run /bin/sh -c it'],
  ['bazel build ...', 'bazel build ...'],
  ['', ''],
])('%j is the instruction %j', (createdBy, instruction) => {
  expect(instructionsOf([createdBy])).toEqual([instruction]);
});

test('what ran in a shell of the Dockerfile’s own is its command, from there on', () => {
  const made = [
    'RUN |1 TOKEN=s3cret /bin/bash -o pipefail -c too early # buildkit',
    'SHELL [/bin/bash -o pipefail -c]',
    'RUN |2 TOKEN=s3cret A=b c /bin/bash -o pipefail -c curl x | tar x # buildkit',
    'RUN /bin/bash -o pipefail -c make # buildkit',
    'RUN |1 TOKEN=s3cret npm ci # buildkit',
    'RUN |1 TOKEN=s3cret /bin/sh -c of a stage before # buildkit',
    'SHELL [/bin/ash -c]',
    'RUN |1 TOKEN=s3cret /bin/ash -c make # buildkit',
  ];
  expect(instructionsOf(made)).toEqual([
    'RUN …',
    'SHELL [/bin/bash -o pipefail -c]',
    'RUN curl x | tar x',
    'RUN make',
    'RUN …',
    'RUN of a stage before',
    'SHELL [/bin/ash -c]',
    'RUN make',
  ]);
});

test('the classic builder writes the shell before every instruction', () => {
  const made = [
    '/bin/sh -c #(nop) COPY file:abc in /bin/busybox ',
    '/bin/busybox sh -c #(nop)  SHELL [/bin/busybox sh -c]',
    '|1 TOKEN=s3cret /bin/busybox sh -c make',
    '/bin/busybox sh -c #(nop) COPY file:def in /app ',
  ];
  expect(instructionsOf(made)).toEqual([
    'COPY file:abc in /bin/busybox',
    'SHELL [/bin/busybox sh -c]',
    'RUN make',
    'COPY file:def in /app',
  ]);
});
