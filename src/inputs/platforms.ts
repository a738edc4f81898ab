import { nearestWord } from '../types/nearest.ts';
import { parsePlatform, usualPlatform, type Platform } from '../types/names.ts';
import { notAllowed, ok, otherForm, type Parsed } from './parsed.ts';

/** Source: containerd/platforms, database.go (isKnownOS, isKnownArch); Go, internal/platform. */
const systems =
  'linux windows darwin freebsd netbsd openbsd solaris illumos dragonfly plan9 aix android ios js wasip1 wasi'.split(
    ' ',
  );
const architectures =
  '386 amd64 arm arm64 loong64 mips mipsle mips64 mips64le ppc64 ppc64le riscv64 s390x wasm'.split(' ');
/** The platforms that people build for, most common first; only for hints. */
const usual =
  'linux/amd64 linux/arm64 linux/arm/v7 linux/arm/v6 linux/386 linux/ppc64le linux/s390x linux/riscv64 linux/loong64 linux/mips64le windows/amd64'.split(
    ' ',
  );
const form = 'platforms such as linux/amd64 or linux/arm/v7';

/** Parses one existing platform, in any spelling (`linux/arm64/v8` and `linux/aarch64` are `linux/arm64`). */
export function parseOnePlatform(text: string): Parsed<Platform> {
  const given = parsePlatform(text.toLowerCase());
  const platform = given && usualPlatform(given);
  const [os = '', architecture = '', variant = ''] = platform?.split('/') ?? [];
  const isKnown =
    systems.includes(os) && architectures.includes(architecture) && (variant === '' || /^v\d/.test(variant));
  if (given !== undefined && isKnown) return ok(given);
  const other = otherForm(text);
  if (other !== undefined) return notAllowed(`${form}, ${other}`);
  if (/[\s;,]/.test(text)) return notAllowed(`${form}, between commas or one per line`);
  const word = text.toLowerCase().replace(/^(linux|windows)[-_:]/, '$1/');
  const whole = word.includes('/') ? word : `linux/${word}`;
  const spelt = parsePlatform(whole);
  const nearest =
    spelt !== undefined && usual.includes(usualPlatform(spelt)) ? usualPlatform(spelt) : nearestUsual(whole);
  return notAllowed(nearest === undefined ? form : `${form} (did you mean ${nearest}?)`);
}

/** The nearest common platform; at most three characters, and half of what follows the slash, may differ. */
function nearestUsual(whole: string): string | undefined {
  const { length } = whole.slice(whole.indexOf('/') + 1);
  return length < 2 ? undefined : nearestWord(whole, usual, Math.min(3, Math.floor(length / 2)));
}
