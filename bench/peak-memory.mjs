// Loaded into the action by NODE_OPTIONS: appends the process's peak memory, in bytes, as a line to the file in
// PEAK_MEMORY_FILE. Main and post are two processes; the first line is main's.
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  appendFileSync(process.env.PEAK_MEMORY_FILE, `${String(process.resourceUsage().maxRSS * 1024)}\n`);
});
