import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { busybox } from '../../scripts/engines/index.mjs';
import { formatBytes } from '../../src/report/format.ts';
import { onEngines } from '../support/engines.ts';
import type { Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});

const shell = 'SHELL ["/bin/busybox", "sh", "-c"]';

/** Two stages, instructions that make layers among others that make none, a shell of its own, and an argument with a value. */
const multiStage = [
  'FROM scratch AS build',
  'COPY --chmod=755 busybox /bin/busybox',
  shell,
  'ARG TOKEN',
  'RUN /bin/busybox head -c 70000 /dev/urandom > /built',
  'FROM scratch',
  'ENV MODE=production',
  'COPY --chmod=755 busybox /bin/busybox',
  shell,
  'ARG TOKEN=none',
  'EXPOSE 3000',
  'RUN /bin/busybox head -c 150000 /dev/urandom > /random && /bin/busybox true "a  b"',
  'LABEL greeting="hello world"',
  'COPY --from=build /built /app/built',
];

/** What only BuildKit understands. */
const heredocs = [
  'RUN <<END',
  '/bin/busybox head -c 40000 /dev/urandom > /first',
  '/bin/busybox head -c 40000 /dev/urandom > /second',
  'END',
  'COPY <<END /etc/app.conf',
  'port = 3000',
  'END',
];

const end = ['USER 1000', 'CMD ["/bin/busybox", "true"]'];

/** The kinds of instructions that make no layer, in the spelling of either builder. */
const withoutLayer = /^(?:\S.* #\(nop\) )?(?:ARG|CMD|ENV|EXPOSE|LABEL|SHELL|USER) /;

interface Made {
  /** Where docker tells it, with its shell and its build arguments. */
  readonly by: string;
  readonly digest: string;
  readonly size: number;
}

/** What docker says of an image's making, the first instruction first, without what makes no layer. */
async function historyOf(here: Scene, image: string, env: Readonly<Record<string, string>>) {
  await here.docker(['pull', '--quiet', image], env);
  const lines = await here.docker(['history', '--no-trunc', '--format', '{{json .}}', image], env);
  await here.docker(['image', 'rm', '--force', image], env);
  return lines
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { CreatedBy: string }).CreatedBy.replace(/\s+/g, ' '))
    .filter((made) => !withoutLayer.test(made))
    .reverse();
}

/** The layers that the registry has, in their order. */
async function layersOf({ ecr }: Scene, image: string) {
  const [host = '', digest = ''] = [image.split('/')[0], image.split('@')[1]];
  const answer = await fetch(`http://${host}/v2/team/app/manifests/${digest}`, {
    headers: { authorization: `Basic ${Buffer.from(`AWS:${ecr.password()}`).toString('base64')}` },
  });
  return ((await answer.json()) as { layers: { digest: string; size: number }[] }).layers;
}

/** What the largest layers have to be, by what others say of the image. */
async function expectedLayers(
  here: Scene,
  image: string,
  env: Readonly<Record<string, string>>,
): Promise<Made[]> {
  const [history, layers] = [await historyOf(here, image, env), await layersOf(here, image)];
  expect(history).toHaveLength(layers.length);
  return layers.map((layer, at) => ({ ...layer, by: history[at] ?? '' })).sort((a, b) => b.size - a.size);
}

/** The commands of a RUN, or what a COPY copies to where, as the Dockerfile above has it. */
const written = {
  busybox: 'COPY --chmod=755 busybox /bin/busybox',
  random: 'RUN /bin/busybox head -c 150000 /dev/urandom > /random && /bin/busybox true "a b"',
  script:
    'RUN /bin/busybox head -c 40000 /dev/urandom > /first /bin/busybox head -c 40000 /dev/urandom > /second',
  built: 'COPY /built /app/built',
  config: 'COPY <<END /etc/app.conf',
};
/** The classic builder names what it copies by a hash. */
const classic = [
  /^COPY file:[0-9a-f]{64} in \/bin\/busybox$/,
  written.random,
  /^COPY file:[0-9a-f]{64} in \/app\/built$/,
];
const buildKit = [written.busybox, written.random, written.script, written.built, written.config];

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('the largest layers are those of the registry, each with the instruction that docker history has for it', async () => {
    const here = await scene(on);
    const isClassic = on.name === 'classic';
    const file = [...multiStage, ...(isClassic ? [] : heredocs), ...end].join('\n');
    writeFileSync(join(here.workspace, 'Dockerfile'), isClassic ? file.replaceAll('--chmod=755 ', '') : file);
    writeFileSync(join(here.workspace, 'busybox'), program, { mode: 0o755 });
    const given = { mode: 'build', 'build-args': 'TOKEN=abc def', 'result-file': 'result.json' };
    const job = here.job(given);
    const main = await job.main();
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const expected = await expectedLayers(here, String(main.outputs['image']), job.laterEnv());
    await job.post();
    job.remove();

    const result = JSON.parse(readFileSync(join(here.workspace, 'result.json'), 'utf8')) as {
      layerDigests: string[];
      layerSizes: number[];
      layerInstructions: string[];
    };
    expect(result.layerDigests).toEqual(expected.map(({ digest }) => digest));
    expect(result.layerSizes).toEqual(expected.map(({ size }) => size));
    const shown = result.layerInstructions;
    expect(shown).toEqual(
      (isClassic ? classic : buildKit).map((words) =>
        typeof words === 'string' ? words : (expect.stringMatching(words) as unknown),
      ),
    );
    for (const [at, { by }] of expected.entries())
      expect(by).toContain(shown[at]?.replace(/^RUN /, 'busybox sh -c '));
    const rows = main.summary.split('\n');
    const places = expected.map(({ size }, at) =>
      rows.findIndex((row) => row.includes(`${formatBytes(size)}  █`) && row.includes(shortly(shown[at]))),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(main.summary + JSON.stringify(result)).not.toContain('abc def');
  });
});

/** The summary cuts what is long. */
function shortly(instruction = ''): string {
  return instruction.slice(0, 90);
}
