import { forBuildx } from '../docker/git-credential.ts';
import type { Run } from '../run.ts';
import { readContext } from '../types/build-context.ts';
import type { Plan } from '../types/plan.ts';

/**
 * Writes the values of secrets where the build finds them, by their position; the end of the run or the post step
 * removes the folder. Clones of a Git URL on this machine go there too.
 */
export async function putSecrets({ inputs, secretFolder }: Plan, { ports, undo }: Run): Promise<void> {
  const { context, options } = forBuildx(inputs.build);
  const { secrets } = options;
  const values = secrets.flatMap((secret, at) =>
    secret.kind === 'value' ? [{ name: String(at), text: secret.value }] : [],
  );
  if (values.length === 0 && readContext(context).kind !== 'git') return;
  undo.plan({ kind: 'folder', path: secretFolder, isForJob: false });
  await ports.dockerConfig.putSecrets(secretFolder, values);
}
