import type { BuildCause } from './build-cause.ts';

const where = 'words';

/**
 * What git could not fetch: for the build context, a further one, or `ADD`. BuildKit and the classic builder pass
 * git's messages on. Sources: moby/buildkit, source/git/source.go; moby, builder/remotecontext/git/gitutils.go; git,
 * remote-curl.c and fetch-pack.c.
 */
export const gitCauses: readonly BuildCause[] = [
  {
    pattern:
      /repository does not contain ref |couldn't find remote ref |\breference is not a tree\b|\bnot our ref\b|expected checksum to match /,
    where,
    code: 'build-failed',
    next:
      'Correct the ref in the Git URL, behind its # or in its query: a branch, a tag, or all digits of a commit that the ' +
      'repository has.',
  },
  {
    pattern: /Server does not allow request for unadvertised object/,
    where,
    code: 'build-failed',
    next:
      'This host gives a commit only to who names a branch or a tag that ends with it: name that in the Git URL, or check the ' +
      'commit out with actions/checkout and give its folder.',
  },
  {
    pattern: /unsupported context source (?:ssh|[^\s@]+@\S+) for /,
    where,
    code: 'builder-unfit',
    next:
      'BuildKit takes no further build context from an address that begins with ssh:// (git@host:path in newer versions): ' +
      'take the address over https, or check the repository out with actions/checkout and give its folder.',
  },
  {
    pattern:
      /\binvalid subdir\b|error setting git context|\bdocker-build-git\d+\/.*no such file or directory/,
    where,
    code: 'build-failed',
    next: 'Correct the folder in the Git URL, which stands behind the ref and a colon: a folder that the repository has at that commit.',
  },
  {
    pattern:
      /could not read (?:Username|Password) for|Authentication failed for '|\bterminal prompts disabled\b/,
    where,
    code: 'build-failed',
    next:
      'Correct the user and the password in the address, or give a token that may read the repository by the input secrets, ' +
      'GIT_AUTH_TOKEN=<token>, or check the repository out with actions/checkout and give its folder.',
  },
  {
    pattern: /Permission denied \(publickey|Host key verification failed/,
    where,
    code: 'build-failed',
    next: 'Give a key that may read the repository by the input ssh, such as ssh: default, and its host to known_hosts, or take the address over https.',
  },
  {
    pattern: /failed to fetch remote |error fetching default branch|unable to 'git clone'/,
    where,
    code: 'build-failed',
    next:
      'Correct the address of the repository, and look at whether the machine that builds reaches its host. A host may say ' +
      'of a private repository that there is none: give a token by the input secrets, GIT_AUTH_TOKEN=<token>.',
  },
  {
    pattern: /moby\.buildkit\.frontend\.gitquerystring/,
    where,
    code: 'builder-unfit',
    next:
      'This BuildKit reads no query in a Git URL: write the ref and the folder behind #, as in ' +
      'https://host/repository.git#<branch, tag or commit>:<folder>, or take BuildKit 0.24 or newer.',
  },
];
