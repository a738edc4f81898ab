// Chromium for pictures and for tests of what GitHub shows: the machine's own, or Debian's package unpacked into the
// cache.
import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureUnpacked, libraryDirs } from './engines/apt.mjs';
import { cacheDir } from './engines/cache.mjs';
import { findProgram } from './engines/command.mjs';

/** Its names on Debian, and on GitHub's runners. */
const names = ['chromium', 'google-chrome', 'google-chrome-stable'];

/** The program, and the variables to start it with. Throws if there is none. */
export async function ensureChromium() {
  const own = names.map((name) => findProgram(name)).find(Boolean);
  if (own) return { program: own, env: {} };
  if (!findProgram('apt-get')) throw new Error('there is no Chromium, and no apt-get to get it with');
  const root = await ensureUnpacked({
    names: ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'],
    dependencies: true,
  });
  const program = join(root, 'usr/lib/chromium/chromium');
  if (!existsSync(program))
    throw new Error(`the package chromium of this distribution holds no ${program.slice(root.length)}`);
  const shared = await libraryDirs(root);
  // PulseAudio keeps one of its libraries one folder below.
  const libraries = [
    join(root, 'usr/lib/chromium'),
    ...shared.flatMap((dir) => [dir, join(dir, 'pulseaudio')]),
  ];
  const paths = [...libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { program, env: { LD_LIBRARY_PATH: paths, FONTCONFIG_FILE: await fontSettings(root) } };
}

/** The unpacked fonts are not where programs look for them. */
async function fontSettings(root) {
  const file = join(root, 'fonts.conf');
  await mkdir(join(cacheDir(), 'fonts'), { recursive: true });
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${root}/usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(cacheDir(), 'fonts')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`,
  );
  return file;
}
