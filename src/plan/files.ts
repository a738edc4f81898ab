import type { Checkout } from '../ports.ts';
import { furtherContext, isDownloaded, isRemote } from '../types/build-context.ts';
import { ShipError } from '../types/errors.ts';
import type { Inputs } from '../types/inputs.ts';
import { quote } from '../inputs/parsed.ts';

/**
 * Checks that the build context and the Dockerfile exist, if they are on this machine, so that a typo is reported
 * before anything is logged in to or built. If nothing is published and nothing is checked out, a Dockerfile that
 * nobody named may be missing: a plan is then only about tags, and a build reports it itself.
 * Throws `invalid-input` with the path that was tried.
 */
export async function requireFiles(
  { build, target }: Pick<Inputs, 'build' | 'target'>,
  { exists, isFolder, head }: Pick<Checkout, 'exists' | 'isFolder' | 'head'>,
): Promise<void> {
  const { context, file } = build;
  for (const { name, value } of build.options.buildContexts)
    if (furtherContext(value) === 'folder' && !(await exists(value)))
      throw missing('build-contexts', `${name}=${value}`, 'folder');
  for (const secret of build.options.secrets)
    if (secret.kind === 'file' && !(await exists(secret.path)))
      throw missing('secret-files', `${secret.id}=${secret.path}`, 'file');
  if (isRemote(context)) return;
  if (!(await exists(context))) throw missingContext(context);
  if (!(await isFolder(context))) throw noFolder(context);
  if (file !== undefined) {
    if (!isDownloaded(file) && (await isFolder(file))) throw noFile(file);
    if (isDownloaded(file) || (await exists(file))) return;
    throw missingFile(file, context, await exists(joined(context, file)));
  }
  // Without one, docker takes `dockerfile` in lower case. Source: docker/buildx, build/opt.go, handleLowercaseDockerfile.
  const usual = joined(context, 'Dockerfile');
  if ((await exists(usual)) || (await exists(joined(context, 'dockerfile')))) return;
  if (target === undefined && (await head('.')).kind === 'none') return;
  throw new ShipError({
    code: 'invalid-input',
    what: `There is no Dockerfile at ${quote(usual)}, where the input context, ${quote(context)}, has it.`,
    next: `Name it with the input file, by its path from the root of the workspace, or correct context. ${checkoutHint}`,
  });
}

/**
 * The ignore file of this Dockerfile alone, if there is one: BuildKit reads it instead of `.dockerignore`, and the
 * classic builder ignores it. Source: Docker docs, "Build context", Filename and location.
 */
export async function ownIgnoreFile(
  { context, file }: Inputs['build'],
  { exists }: Pick<Checkout, 'exists'>,
): Promise<string | undefined> {
  if (isRemote(context)) return undefined;
  const path = `${file ?? joined(context, 'Dockerfile')}.dockerignore`;
  return (await exists(path)) ? path : undefined;
}

function missing(input: string, line: string, what: string): ShipError {
  return new ShipError({
    code: 'invalid-input',
    what: `Input ${input} has ${quote(line)}, and there is no such ${what} in the workspace.`,
    next: `Give its path from the root of the workspace. ${checkoutHint}`,
  });
}

const checkoutHint = 'If the workspace is empty, add actions/checkout before this step.';

function missingContext(context: string): ShipError {
  return new ShipError({
    code: 'invalid-input',
    what: `Input context is ${quote(context)}, and there is no such folder in the workspace.`,
    next: `Give its path from the root of the workspace. ${checkoutHint}`,
  });
}

function noFolder(context: string): ShipError {
  return new ShipError({
    code: 'invalid-input',
    what: `Input context is ${quote(context)}, which is a file, not a folder.`,
    next: 'Give the folder whose files the build takes; the Dockerfile is named by the input file.',
  });
}

function noFile(file: string): ShipError {
  return new ShipError({
    code: 'invalid-input',
    what: `Input file is ${quote(file)}, which is a folder, not a Dockerfile.`,
    next: `Give the path of the Dockerfile itself, such as ${joined(file, 'Dockerfile')}; the folder that is built is the input context.`,
  });
}

function missingFile(file: string, context: string, isInContext: boolean): ShipError {
  const meant = isInContext ? ` Write file: ${joined(context, file)}.` : '';
  return new ShipError({
    code: 'invalid-input',
    what: `Input file is ${quote(file)}, and there is no such file in the workspace.`,
    next: `Give its path from the root of the workspace; it is not relative to context (${quote(context)}).${meant}${isInContext ? '' : ` ${checkoutHint}`}`,
  });
}

function joined(folder: string, path: string): string {
  const base = folder.replace(/^(?:\.\/+)+/, '').replace(/(?<!\/)\/+$/, '');
  return base === '' || base === '.' ? path : `${base}/${path}`;
}
