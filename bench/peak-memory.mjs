// Loaded into the action by NODE_OPTIONS: adds the most memory the process ever had, in bytes, as a line to the file
// that PEAK_MEMORY_FILE names. Main and post are two processes; the first line is main's.
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  appendFileSync(process.env.PEAK_MEMORY_FILE, `${String(process.resourceUsage().maxRSS * 1024)}\n`);
});
