// Loaded into the action by NODE_OPTIONS: writes the most memory the process ever had, in bytes, where PEAK_MEMORY_FILE says.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS * 1024));
});
