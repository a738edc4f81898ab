// Loaded into the action by NODE_OPTIONS: adds the CPU time of this process, in milliseconds, as a line to the file that
// CPU_TIME_FILE names.
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.CPU_TIME_FILE, `${String((user + system) / 1000)}\n`);
});
