import type { BuildCause } from './build-cause.ts';
import { downloadCauses } from './download-causes.ts';
import { gitCauses } from './git-causes.ts';

/**
 * The builder could not be reached, started or kept. A step's own output is numbered, so it never matches these.
 * Source: docker/buildx, driver/driver.go (Boot), driver/remote/driver.go (20 seconds); gRPC, status code Unavailable.
 */
const lost: readonly BuildCause[] = [
  {
    pattern: /^ > \[internal\] waiting for connection:?$/m,
    where: 'output',
    code: 'builder-unreachable',
    next:
      'Check that BuildKit runs at the address that docker buildx inspect shows, that this runner can reach it, and that ' +
      'cacert, cert, key and servername of the builder are the ones it accepts.',
  },
  {
    pattern: /^ > \[internal\] booting buildkit:?$|error for bootstrap "/m,
    where: 'output',
    code: 'builder-unreachable',
    next:
      "BuildKit's own container or pod could not be started: look at docker/setup-buildx-action, whose driver-opts name its " +
      'image, and at whether this runner can pull that or reach the cluster.',
  },
  {
    pattern:
      /failed to list workers|\bcode = Unavailable\b|\bUnavailable: (?:error reading from server|connection error|transport is closing)|\btransport: (?:authentication handshake failed|error while dialing)|no valid drivers found/i,
    where: 'words',
    code: 'builder-unreachable',
    next:
      'The connection to the builder broke: look at the log of BuildKit and at the memory of its machine, and at the ' +
      'address and the certificates of the builder that docker buildx inspect shows. Then run the job again.',
  },
];

/**
 * What the builder cannot do, or the job does not have. Source: moby/buildkit, util/entitlements; docker/buildx,
 * build/opt.go.
 */
const unfit: readonly BuildCause[] = [
  {
    pattern: /\bno builder "[^"]*" found|failed to find (?:driver|builder)\b/,
    where: 'words',
    code: 'builder-unfit',
    next: 'Correct BUILDX_BUILDER, or add docker/setup-buildx-action before this step, which makes a builder and chooses it.',
  },
  {
    pattern: /BuildKit is enabled but the buildx component is missing/,
    where: 'words',
    code: 'builder-unfit',
    next: 'Remove DOCKER_BUILDKIT=1 from the job, or add docker/setup-buildx-action before this step.',
  },
  {
    pattern: /granting entitlement \S+ is not allowed by build daemon/,
    where: 'words',
    code: 'builder-unfit',
    next:
      'Input allow asks for what the builder does not grant: docker/setup-buildx-action makes one that does, with ' +
      'buildkitd-flags: --allow-insecure-entitlement security.insecure; BuildKit of your own has insecure-entitlements in buildkitd.toml.',
  },
  {
    pattern: /\b(?:network\.host|security\.insecure|device) is not allowed\b/,
    where: 'words',
    code: 'build-failed',
    next: 'If the instruction needs that, give its name to the input allow, such as allow: network.host.',
  },
  {
    pattern: /unknown (?:cache (?:exporter|importer)|attestation type)/,
    where: 'words',
    code: 'builder-unfit',
    next: 'Correct type= in the inputs cache-from, cache-to and attests, or take a builder that knows it: docker/setup-buildx-action makes one.',
  },
  {
    pattern: /buildkit-syft-scanner/,
    where: 'words',
    code: 'build-failed',
    next:
      'Input sbom has that image make the list, and the builder cannot pull it: give one that it can, such as ' +
      'sbom: generator=<image>, or log in to its registry before this step.',
  },
];

const others: readonly BuildCause[] = [
  {
    pattern: /exec format error/i,
    where: 'output',
    code: 'build-failed',
    next:
      'The image holds programs of another platform than this machine: add docker/setup-qemu-action before ' +
      'docker/setup-buildx-action, or use a runner of that platform. A script without a first line such as #!/bin/sh fails in the same way.',
  },
  {
    pattern: /failed to get console|not a console|not a (?:terminal|tty)\b/i,
    where: 'words',
    code: 'build-failed',
    next: 'A job has no terminal: remove whatever asks for one, such as BUILDKIT_PROGRESS=tty or a flag of an alias.',
  },
  {
    pattern: /no space left on device/i,
    where: 'words',
    code: 'build-failed',
    next: 'Make room on the disk of the engine, for example with docker system prune before this step.',
  },
  {
    pattern: /\b405\b.*\bmethod not allowed\b|\bmethod not allowed\b/i,
    where: 'words',
    code: 'build-failed',
    next: 'Look at the host of that address: what answers there is not a registry, or a proxy in front of one.',
  },
  {
    // The heading of the step that failed. Source: moby/buildkit, solver/llbsolver/solver.go, "exporting cache to".
    pattern: /^ > exporting cache to [^\n]+$/m,
    where: 'output',
    code: 'build-failed',
    next:
      'The Dockerfile was built, and its cache could not be written: look at the address that the input cache-to gives, and at the login ' +
      'there. A cache that may be missing has ignore-error=true in cache-to.',
  },
];

/** Faults that no Dockerfile causes. Sources: docs/contributing/facts.md, "What docker says when it fails". */
export const buildCauses: readonly BuildCause[] = [
  ...lost,
  ...unfit,
  ...gitCauses,
  ...downloadCauses,
  ...others,
];
