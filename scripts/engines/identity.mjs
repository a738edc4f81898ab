// Distinguishes a process from a later one with the same id.
import { readFileSync } from 'node:fs';

/** Identifies a running process for good: its id and when it started. */
export const identity = (pid = process.pid) => `${pid} ${startTime(pid)}`;

/** Whether the process identified by this text still runs. */
export function isAlive(text) {
  const pid = Number(text.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return identity(pid) === text;
}

function startTime(pid) {
  try {
    // The command's name is in brackets and may contain spaces; fields are counted from the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return '';
  }
}
