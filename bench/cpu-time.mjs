// Loaded into the action by NODE_OPTIONS: appends this process's CPU time, in milliseconds, as a line to the file in
// CPU_TIME_FILE.
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.CPU_TIME_FILE, `${String((user + system) / 1000)}\n`);
});
