import { usualPlatform } from '../../types/names.ts';
import {
  parseAttestation,
  parseFlagLines,
  parseFlagValue,
  parseNamedContext,
  parseParts,
  parseSecretEnvs,
  parseSecretFiles,
  parseSecrets,
} from '../build-options.ts';
import { parseBuildArg, parseLabel } from '../names-and-values.ts';
import { notAllowed, ok, parseLines, parseWords, type Parsed } from '../parsed.ts';
import { parseOnePlatform } from '../platforms.ts';
import { parseBoolean, parseChoice } from '../scalars.ts';
import { imaging, making, optional, row } from '../row.ts';

/** How the image is built, and what it must prove before it is pushed. */
export const buildInputs = {
  context: row({
    modes: making,
    default: '.',
    parse: parseContext,
    doc: 'The build context, a folder of the checkout, a Git URL or the address of an archive; docs/how-to/git-contexts.md says what is known about it.',
  }),
  file: row({
    modes: making,
    default: '',
    parse: optional(parseFile),
    doc: 'Path of the Dockerfile, from the root of the workspace (not from the context), and with a Git URL from the folder named in it; or its address. Default is `Dockerfile` in the context.',
  }),
  target: row({
    modes: making,
    default: '',
    parse: optional(ok),
    doc: 'The stage to build.',
  }),
  platforms: row({
    modes: making,
    default: '',
    parse: (text) => parseWords(text, parseOnePlatform, usualPlatform),
    doc: "The platforms to build for, such as `linux/amd64,linux/arm64`. Default is the builder's own.",
  }),
  'build-args': row({
    modes: making,
    default: '',
    parse: (text) => parseLines(text, parseBuildArg),
    doc: 'Build arguments, one `NAME=value` per line; `NAME` alone takes the value from the environment. Put a value of several lines in double quotes, together with its name. Not for secrets.',
  }),
  labels: row({
    modes: making,
    default: '',
    parse: (text) => parseLines(text, parseLabel),
    doc: 'Labels of the image, one `name=value` per line; expressions such as `{{sha}}` are evaluated. The standard `org.opencontainers.image` labels are set anyway; one that is given here wins.',
  }),
  annotations: row({
    modes: making,
    default: '',
    parse: (text) => parseLines(text, parseLabel),
    doc: 'Annotations of the manifest, one `name=value` or `level:name=value` per line, in addition to the standard ones. They need a builder that pushes by itself (docker/setup-buildx-action); without one a warning says that they are not used.',
  }),
  builder: row({
    modes: making,
    default: '',
    parse: parseFlagValue,
    doc: 'The buildx builder that builds, by name: any driver (docker, docker-container, kubernetes, remote, cloud). Default is the one in use, `BUILDX_BUILDER` included.',
  }),
  'build-contexts': row({
    modes: making,
    default: '',
    parse: (text) => parseLines(text, parseNamedContext),
    doc: 'Further build contexts, one `name=<folder or address>` per line, such as `shared=../shared` or `alpine=docker-image://alpine:3.22`.',
  }),
  secrets: row({
    modes: making,
    isSecret: true,
    default: '',
    parse: parseSecrets,
    doc: 'Secrets for `RUN --mount=type=secret`, one `id=value` per line; put a value of several lines in double quotes with its id. The values reach the builder in private files, and are in no argument, log, state or image.',
  }),
  'secret-envs': row({
    modes: making,
    default: '',
    parse: parseSecretEnvs,
    doc: 'The same from variables of the job, `id=VARIABLE`.',
  }),
  'secret-files': row({
    modes: making,
    default: '',
    parse: parseSecretFiles,
    doc: 'The same from files, one `id=path` per line.',
  }),
  ssh: row({
    modes: making,
    default: '',
    parse: parseParts,
    doc: 'SSH agent sockets or keys for `RUN --mount=type=ssh`, such as `default`.',
  }),
  cache: row({
    modes: making,
    default: 'off',
    parse: parseChoice(['off', 'registry', 'gha'], {
      ecr: 'registry',
      github: 'gha',
      false: 'off',
      none: 'off',
    }),
    doc: "A build cache that needs no flags: `registry` keeps it in the repository itself, under `cache-<branch>`, in the form that ECR accepts; `gha` in GitHub's cache. A branch starts from the default branch's cache; pull requests and strangers' code only read. A tag that an image has stays the image's. Not used with `push: false`.",
  }),
  'cache-from': row({
    modes: making,
    default: '',
    parse: parseFlagLines,
    doc: 'Where the builder looks for its cache, one per line, such as `type=registry,ref=<uri>:cache`.',
  }),
  'cache-to': row({
    modes: making,
    default: '',
    parse: parseFlagLines,
    doc: 'Where the builder leaves its cache, one per line. Needs a builder that can (docker/setup-buildx-action).',
  }),
  'no-cache': row({
    modes: making,
    default: 'false',
    parse: parseBoolean,
    doc: '`true` builds without a cache.',
  }),
  'no-cache-filters': row({
    modes: making,
    default: '',
    parse: parseParts,
    doc: 'Stages that are built without a cache.',
  }),
  pull: row({
    modes: making,
    default: 'false',
    parse: parseBoolean,
    doc: '`true` looks for newer base images, even if the builder has them.',
  }),
  'add-hosts': row({
    modes: making,
    default: '',
    parse: parseParts,
    doc: 'Further hosts for the build, `name:address`.',
  }),
  allow: row({
    modes: making,
    default: '',
    parse: parseParts,
    doc: 'Entitlements for the build, such as `network.host`.',
  }),
  network: row({
    modes: making,
    default: '',
    parse: parseFlagValue,
    doc: 'The network of `RUN` instructions.',
  }),
  'shm-size': row({
    modes: making,
    default: '',
    parse: parseFlagValue,
    doc: 'Size of /dev/shm in the build, such as `2g`.',
  }),
  ulimit: row({
    modes: making,
    default: '',
    parse: parseFlagLines,
    doc: 'Limits in the build, one per line, such as `nofile=1024:1024`.',
  }),
  'cgroup-parent': row({
    modes: making,
    default: '',
    parse: parseFlagValue,
    doc: 'The parent cgroup of the build.',
  }),
  provenance: row({
    modes: making,
    default: '',
    parse: parseAttestation,
    doc: 'A provenance attestation: `true`, `false` or `mode=max`. Default is none, whatever the builder would do by itself: one platform stays one manifest, as AWS Lambda needs it.',
  }),
  sbom: row({
    modes: making,
    default: '',
    parse: parseAttestation,
    doc: 'An SBOM attestation: `true`, `false` or `generator=<image>`. Default is none.',
  }),
  attests: row({
    modes: making,
    default: '',
    parse: parseFlagLines,
    doc: 'Attestations, one per line, such as `type=sbom,generator=<image>`.',
  }),
  call: row({
    modes: making,
    default: 'build',
    parse: parseChoice(['build', 'check'], { checks: 'check', lint: 'check' }),
    doc: '`check` runs the build checks of docker on the Dockerfile, and builds nothing.',
  }),
  runtime: row({
    modes: imaging,
    default: 'any',
    parse: parseChoice(['any', 'lambda', 'ecs', 'eks'], { fargate: 'ecs', kubernetes: 'eks', none: 'any' }),
    doc: '`lambda`, `ecs` or `eks`: what is to run the image. What it does not accept is an error, before the build if the inputs show it, otherwise before any tag is set: an index or attestations (Lambda), platforms that it does not have, an image that is too large for it. docs/reference/runtimes.md has the table.',
  }),
  'smoke-test': row({
    modes: making,
    default: '',
    isSecret: true,
    parse: ok,
    doc: 'YAML: the image is started before anything is pushed, and has to prove that it works: `command: [node, --version]` (exit code 0), `http: { path: /health, status: 200, body: ok, within: 60s }`, `lambda: { event: {} }` (the emulator in the image), or `health: true` (its HEALTHCHECK); beside it `env`, `port`, `read-only`, `open-port`, `memory`, `name`. A list has several tests. docs/how-to/smoke-tests.md says more.',
  }),
  push: row({
    modes: ['ship', 'plan'],
    default: 'true',
    parse: parseBoolean,
    doc: '`false` builds only: no push, no scan, and no login except for base images in ECR, if the job has credentials. For pull requests from forks.',
  }),
} as const;

/** docker would read a leading hyphen as an option, or as standard input. */
function parseContext(text: string): Parsed<string> {
  return text.startsWith('-') ? notAllowed('a folder of the checkout, or a Git URL') : ok(text);
}

function parseFile(text: string): Parsed<string> {
  return text.startsWith('-')
    ? notAllowed(
        'the path of a Dockerfile; docker would read one that is called - from standard input, which is empty',
      )
    : ok(text);
}
