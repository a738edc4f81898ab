import type { Docker } from '../ports.ts';

/** Why an image's program was not executed. */
interface NotExecuted {
  /** Whether the image is for another kind of machine than the engine's, so that a test here says nothing about it. */
  readonly isElsewhere: boolean;
  /** As a clause. */
  readonly why: string;
}

/**
 * What the kernel says of a program that it cannot execute (ENOEXEC), as the container's runtime prints it in place of
 * everything that the image itself would have printed. Tried with runc 1.1; older ones begin it with
 * `standard_init_linux.go`.
 */
const onlyRefusal = /^[^\n]*\bexec\b[^\n]*: exec format error(?:: unknown)?\.?\s*$/i;

/**
 * Finds out why a container printed nothing but that its program cannot be executed; undefined if it printed anything
 * else. An image of this kind of machine says the same about a script without a first line such as `#!/bin/sh`, which
 * is a mistake to be found, and so is everything if the engine does not tell the two apart.
 */
export async function notExecuted(
  image: string,
  printed: string,
  docker: Docker,
): Promise<NotExecuted | undefined> {
  if (!onlyRefusal.test(printed.trim())) return undefined;
  const ask = async (...args: readonly string[]) => {
    const { exitCode, stdout } = await docker.run(args, { show: false });
    return exitCode === 0 ? stdout.trim() : '';
  };
  const [made, engine] = await Promise.all([
    ask('image', 'inspect', '--format', '{{.Os}}/{{.Architecture}}', image),
    ask('version', '--format', '{{.Server.Os}}/{{.Server.Arch}}'),
  ]);
  if (made !== '' && engine !== '' && made !== engine)
    return {
      isElsewhere: true,
      why: `the image is for ${made} and the engine is ${engine}, without emulation (docker/setup-qemu-action gives it)`,
    };
  return {
    isElsewhere: false,
    why:
      'its program cannot be executed: a script needs a first line such as #!/bin/sh, and a compiled program has to be ' +
      `for ${made === '' ? 'the platform of its image' : made}`,
  };
}
