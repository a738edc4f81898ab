import { largestDocument } from '../../types/bounds.ts';
import { mkdir, realpath, rmdir, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ReportFiles } from '../../ports.ts';
import type { ReportFile, UnwrittenFile, UsedFile } from '../../types/files.ts';
import { clause, messageOf } from '../../types/text.ts';
import { withDeadline } from './deadline.ts';
import { placeToWrite, unlessAbsent } from './places.ts';
import { openRegular, readWhole } from './regular-file.ts';

/** A file that is open for writing, and what was made for it: folders, outermost first, and the file itself. */
interface Opened {
  readonly path: string;
  readonly handle: FileHandle;
  readonly isNew: boolean;
  readonly folders: readonly string[];
  /** Identifies the file whatever its name. */
  readonly id: string;
}

/** The files that a run leaves, on this machine. */
export function reportFiles(): ReportFiles {
  return {
    async check(wanted, used) {
      const open: (Opened & UsedFile)[] = [];
      const bad: UnwrittenFile[] = [];
      try {
        const taken = await identified(used);
        // All stay open until the last one is checked, so that two names of one file are found.
        for (const file of wanted) {
          const why = await reasonOf(async () => {
            const opened = await openPlace(file.path);
            open.push({ ...opened, ...file, path: opened.path });
            if (file.isPart) decode(await readWhole(opened.handle, largestDocument));
            const other = taken.get(opened.id);
            if (other !== undefined) throw new Error(`it is the file of the input ${other}`);
            taken.set(opened.id, file.input);
          });
          if (why !== undefined) bad.push({ input: file.input, path: file.path, why });
        }
      } finally {
        for (const opened of open.reverse()) await leaveAsItWas(opened);
      }
      return bad;
    },

    async write(file) {
      const why = await reasonOf(() => writeOne(file));
      return why === undefined ? undefined : { input: file.input, path: file.path, why };
    },
  };
}

/** Why `work` failed; undefined if it succeeded. */
async function reasonOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await withDeadline(work);
    return undefined;
  } catch (error) {
    return clause(messageOf(error));
  }
}

async function writeOne({ path, isPart, text }: ReportFile): Promise<void> {
  const opened = await openPlace(path);
  const { handle } = opened;
  try {
    const before = isPart && !opened.isNew ? await readWhole(handle, largestDocument) : undefined;
    const content = Buffer.from(text(before && decode(before)), 'utf8');
    try {
      await replaceAll(handle, content);
    } catch (error) {
      // Half a document is worse than the old one, for which the disk still has room.
      await replaceAll(handle, before ?? Buffer.alloc(0)).catch(() => undefined);
      throw error;
    }
    await handle.close();
  } catch (error) {
    await leaveAsItWas(opened);
    throw error;
  }
}

/** The file is cut to length last: until then no old content is lost before it is replaced. */
async function replaceAll(handle: FileHandle, content: Buffer): Promise<void> {
  let written = 0;
  while (written < content.length) {
    const { bytesWritten } = await handle.write(content, written, content.length - written, written);
    written += bytesWritten;
  }
  await handle.truncate(content.length);
}

async function openPlace(asked: string): Promise<Opened> {
  const { path, missing } = await placeToWrite(asked);
  const folders: string[] = [];
  try {
    for (const folder of missing) {
      await mkdir(folder);
      folders.push(folder);
    }
    const { handle, isNew } = await openOrMake(path);
    const { dev, ino } = await handle.stat();
    const opened = { path, handle, isNew, folders, id: idOf({ dev, ino }) };
    // If somebody puts a link on the way meanwhile, an empty file is the worst result.
    if ((await realpath(dirname(path))) === dirname(path)) return opened;
    await handle.close();
    throw new Error('a folder on the way was just replaced by a link');
  } catch (error) {
    await removeFolders(folders);
    throw error;
  }
}

async function openOrMake(path: string): Promise<{ handle: FileHandle; isNew: boolean }> {
  const handle = await openRegular(path, 'change').catch(unlessAbsent);
  return handle === undefined
    ? { handle: await openRegular(path, 'make'), isNew: true }
    : { handle, isNew: false };
}

async function leaveAsItWas({ path, handle, isNew, folders }: Opened): Promise<void> {
  await handle.close().catch(() => undefined);
  if (isNew) await unlink(path).catch(() => undefined);
  await removeFolders(folders);
}

/** Removes only empty folders. */
async function removeFolders(folders: readonly string[]): Promise<void> {
  for (const folder of [...folders].reverse()) await rmdir(folder).catch(() => undefined);
}

/** The existing files of other inputs, by identity. */
async function identified(used: readonly UsedFile[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const { input, path } of used) {
    const facts = await stat(path).catch(() => undefined);
    if (facts !== undefined) known.set(idOf(facts), input);
  }
  return known;
}

function idOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${String(dev)}:${String(ino)}`;
}

/** Text that is not valid UTF-8 would be changed when written back. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Error('what is there is not UTF-8 text', { cause });
  }
}
