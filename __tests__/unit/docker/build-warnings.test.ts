import { describe, expect, test } from '@jest/globals';
import { failedCheck, tellBuildWarnings, warningsIn } from '../../../src/docker/build-warnings.ts';

const yellow = (text: string) => `\u001b[33m${text}\u001b[0m`;
const json =
  'JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals';
const workdir =
  'WorkdirRelativePath: Relative workdir "app" can have unexpected results if the base image changes';

/** As buildx from 0.15 ends a build. Source: docker/buildx, commands/build.go, printWarnings. */
const afterBuild = `#5 exporting to image
#5 DONE 0.1s

 ${yellow('2 warnings found (use docker --debug to expand):\n')} - ${workdir} (line 3)
 - ${json} (line 9)
`;

/** As buildx answers --call=check. Source: moby/buildkit, frontend/subrequests/lint/lint.go and solver/errdefs/source.go. */
const afterCheck = `Check complete, 2 warnings have been found!

${yellow('WARNING: WorkdirRelativePath')} - https://docs.docker.com/go/dockerfile/rule/workdir-relative-path/
Relative workdir "app" can have unexpected results if the base image changes
Dockerfile:3
--------------------
   1 |     FROM scratch
   2 |
   3 | >>> WORKDIR app
--------------------

${yellow('WARNING: JSONArgsRecommended')} - https://docs.docker.com/go/dockerfile/rule/json-args-recommended/
JSON arguments recommended for CMD to prevent unintended behavior related to OS signals
Dockerfile:9
--------------------
   9 | >>> CMD echo
--------------------
`;

const both = [
  { what: workdir, line: 3 },
  { what: json, line: 9 },
];

describe('warningsIn', () => {
  test.each([
    ['at the end of a build', afterBuild, both],
    ['of a check', afterCheck, both],
    [
      'of buildx 0.13, whose BuildKit says no line',
      '\n 1 warning found (use --debug to expand):\n - Empty continuation line found in: COPY a /\n',
      [{ what: 'Empty continuation line found in: COPY a /', line: undefined }],
    ],
    [
      'with --debug, which says nothing of that',
      '\n 1 warning found:\n - A: b (line 2)\nMore info: x\n',
      [{ what: 'A: b', line: 2 }],
    ],
    ['each once', `${afterBuild}${afterCheck}`, both],
    // What a step of the build prints is numbered, and no warning of the builder.
    ['none of a step', '#7 0.1  1 warning found:\n#7 0.1  - A: b (line 2)\n#7 0.1 WARNING: A\n', []],
    ['none', 'Check complete, no warnings found.\n', []],
  ])('%s', (_, output, expected) => {
    expect(warningsIn(output)).toEqual(expected);
  });
});

function told(output: string, dockerfile: string | undefined) {
  const lines: unknown[] = [];
  tellBuildWarnings(output, dockerfile, {
    info: (text) => lines.push(text),
    warning: (text, at) => lines.push([text, at]),
  });
  return lines;
}

describe('tellBuildWarnings', () => {
  test('each beside its line', () => {
    expect(told(afterBuild, 'app/Dockerfile')).toEqual([
      [`The builder warns of line 3: ${workdir}.`, { file: 'app/Dockerfile', line: 3 }],
      [`The builder warns of line 9: ${json}.`, { file: 'app/Dockerfile', line: 9 }],
    ]);
    expect(told(afterBuild, undefined)[0]).toEqual([`The builder warns of line 3: ${workdir}.`, undefined]);
  });

  test('and no more than the runner shows', () => {
    const many = Array.from({ length: 8 }, (_, at) => ` - A: b (line ${String(at)})`).join('\n');
    const lines = told(`\n 8 warnings found:\n${many}\n`, 'Dockerfile');
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('The builder has 3 more warnings; they are in its output above.');
  });
});

describe('failedCheck', () => {
  test('names what was found, and every line', () => {
    const error = failedCheck(afterCheck, 'Dockerfile');
    expect(error).toMatchObject({
      code: 'build-failed',
      what: `The checks of the Dockerfile found something: line 3: ${workdir}; line 9: ${json}.`,
      places: [
        { file: 'Dockerfile', line: 3, what: `${workdir}.` },
        { file: 'Dockerfile', line: 9, what: `${json}.` },
      ],
    });
  });

  test('is none where the check itself could not be done', () => {
    expect(failedCheck('ERROR: failed to connect to the docker API', 'Dockerfile')).toBeUndefined();
  });
});
