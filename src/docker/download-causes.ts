import type { BuildCause } from './build-cause.ts';

/**
 * Failed downloads of the build context (an archive) or the Dockerfile. A step's own output is numbered, so it never
 * matches these. Sources: moby/buildkit, frontend/dockerui/context.go and source/http/source.go; docker/buildx,
 * build/url.go; docker/cli, cli/command/image/build/context.go; tried with BuildKit 0.13 and Docker 20.10.
 */
export const downloadCauses: readonly BuildCause[] = [
  {
    pattern:
      /\bunable to download remote context\b|\bfailed to (?:read downloaded context|resolve httpcontext)\b/,
    where: 'words',
    code: 'build-failed',
    next:
      'Correct the address in the input context, and look at whether the machine that builds reaches its host. Where not ' +
      'everybody may read it, download and unpack it in a step before, and give its folder.',
  },
  {
    pattern: /^ > \[internal\] load https?:\/\/\S+:$/m,
    where: 'output',
    code: 'build-failed',
    next:
      'Correct the address in the input file, and look at whether the machine that builds reaches its host. Where not ' +
      'everybody may read it, download it in a step before, and give its path.',
  },
  {
    pattern: /unknown instruction: <(?:!DOCTYPE|html)\b/i,
    where: 'words',
    code: 'build-failed',
    next:
      'What came is a web page: correct the address, which has to give the archive or the Dockerfile itself (on GitHub the ' +
      'raw one), and no page about it or to log in.',
  },
];
