/** What date tokens are made from: the fields of an instant as a clock in its zone shows them. */
interface LocalTime {
  /** Milliseconds since 1970, independent of the zone. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

/**
 * Formats a time in moment's format, whose tokens docker/metadata-action's users know. Anything but a token stays as
 * it is; `[text]` and a backslash escape tokens. Undefined for tokens that depend on a language or an era. Source:
 * momentjs.com/docs, "Format".
 */
export function formatLocal(time: LocalTime, format: string): string | undefined {
  const parts = partsOf(time);
  if ([...format.matchAll(anyToken)].some(([found]) => isUnknown.test(found))) return undefined;
  return format.replace(anyToken, (found: string) => {
    if (found.startsWith('[')) return found.slice(1, -1);
    const token = Object.hasOwn(tokens, found) ? tokens[found] : undefined;
    return token === undefined ? found.slice(1) : String(token(parts));
  });
}

type Parts = ReturnType<typeof partsOf>;

const millisecondsOfDay = 24 * 3600_000;

function partsOf({ at, offset }: LocalTime) {
  const local = at + offset * 60_000;
  const date = new Date(local);
  const day = Math.floor(local / millisecondsOfDay);
  const weekday = date.getUTCDay();
  return {
    at,
    offset,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    dayOfYear: dayInYear(day),
    weekday,
    // A week belongs to the year of its Saturday (United States) or of its Thursday (ISO 8601).
    week: weekOf(day - weekday + 6),
    isoWeek: weekOf(day - ((weekday + 6) % 7) + 3),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

function yearOf(day: number): number {
  return new Date(day * millisecondsOfDay).getUTCFullYear();
}

function dayInYear(day: number): number {
  return day - Date.UTC(yearOf(day), 0, 1) / millisecondsOfDay + 1;
}

/** The week and its year, from the day that decides the year. */
function weekOf(day: number) {
  return { number: Math.floor((dayInYear(day) - 1) / 7) + 1, year: yearOf(day) };
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const two = (value: number) => String(value).padStart(2, '0');
const lastTwo = (year: number) => two(year % 100);
const twelve = (hour: number) => hour % 12 || 12;
const month = ({ month: number }: Parts) => months[number - 1] ?? '';
const weekday = ({ weekday: number }: Parts) => weekdays[number] ?? '';
const fraction = (digits: number) => (parts: Parts) =>
  String(parts.millisecond).padStart(3, '0').padEnd(9, '0').slice(0, digits);
const quarter = (parts: Parts) => Math.ceil(parts.month / 3);

function ordinal(value: number): string {
  const last = Math.floor((value % 100) / 10) === 1 ? 0 : value % 10;
  return `${String(value)}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

function offsetText(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

const tokens: Readonly<Record<string, (parts: Parts) => string | number>> = {
  Y: (t) => t.year,
  YY: (t) => lastTwo(t.year),
  YYYY: (t) => t.year,
  Q: quarter,
  Qo: (t) => ordinal(quarter(t)),
  M: (t) => t.month,
  Mo: (t) => ordinal(t.month),
  MM: (t) => two(t.month),
  MMM: (t) => month(t).slice(0, 3),
  MMMM: month,
  D: (t) => t.dayOfMonth,
  Do: (t) => ordinal(t.dayOfMonth),
  DD: (t) => two(t.dayOfMonth),
  DDD: (t) => t.dayOfYear,
  DDDo: (t) => ordinal(t.dayOfYear),
  DDDD: (t) => String(t.dayOfYear).padStart(3, '0'),
  d: (t) => t.weekday,
  do: (t) => ordinal(t.weekday),
  dd: (t) => weekday(t).slice(0, 2),
  ddd: (t) => weekday(t).slice(0, 3),
  dddd: weekday,
  e: (t) => t.weekday,
  E: (t) => t.weekday || 7,
  w: (t) => t.week.number,
  wo: (t) => ordinal(t.week.number),
  ww: (t) => two(t.week.number),
  gg: (t) => lastTwo(t.week.year),
  gggg: (t) => t.week.year,
  W: (t) => t.isoWeek.number,
  Wo: (t) => ordinal(t.isoWeek.number),
  WW: (t) => two(t.isoWeek.number),
  GG: (t) => lastTwo(t.isoWeek.year),
  GGGG: (t) => t.isoWeek.year,
  H: (t) => t.hour,
  HH: (t) => two(t.hour),
  h: (t) => twelve(t.hour),
  hh: (t) => two(twelve(t.hour)),
  k: (t) => t.hour || 24,
  kk: (t) => two(t.hour || 24),
  A: (t) => (t.hour < 12 ? 'AM' : 'PM'),
  a: (t) => (t.hour < 12 ? 'am' : 'pm'),
  m: (t) => t.minute,
  mm: (t) => two(t.minute),
  Hmm: (t) => `${String(t.hour)}${two(t.minute)}`,
  hmm: (t) => `${String(twelve(t.hour))}${two(t.minute)}`,
  Hmmss: (t) => `${String(t.hour)}${two(t.minute)}${two(t.second)}`,
  hmmss: (t) => `${String(twelve(t.hour))}${two(t.minute)}${two(t.second)}`,
  s: (t) => t.second,
  ss: (t) => two(t.second),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digits) => ['S'.repeat(digits), fraction(digits)] as const),
  ),
  X: (t) => Math.floor(t.at / 1000),
  x: (t) => t.at,
  Z: (t) => offsetText(t.offset, ':'),
  ZZ: (t) => offsetText(t.offset, ''),
};

/** Tokens for names of zones, eras, years of five digits, and formats that differ from language to language. */
const unknown = ['N{1,5}', 'y{1,4}', 'Y{5,6}', 'g{5}', 'G{5}', 'zz?', 'L{1,4}', 'l{1,4}'];

const isUnknown = new RegExp(`^(?:${unknown.join('|')})$`);

const longestFirst = Object.keys(tokens).sort((a, b) => b.length - a.length);

/** Text in brackets, a token, or a backslash and the token that it escapes. */
const anyToken = new RegExp(
  String.raw`\[[^[]*\]|(?:\\)?(?:${[...unknown, ...longestFirst].join('|')})|\\`,
  'g',
);
