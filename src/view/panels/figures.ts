import type { Strings } from '../../i18n/strings.js';

/** Numbers as the reader's language writes them; null stays null. */
export interface Figures {
  count(value: number): string;
  ms(value: number | null): string | null;
  bitrate(value: number | null): string | null;
  fps(value: number | null): string | null;
  lost(value: number | null): string | null;
  jitter(value: number | null): string | null;
}

const MEGA = 1_000_000;
const KILO = 1_000;

/** @param language BCP 47 tag; one that is not well-formed counts as the browser's own */
export function figuresIn(language: string, { stats }: Pick<Strings, 'stats'>): Figures {
  const format = (value: number, options: Intl.NumberFormatOptions): string => new Intl.NumberFormat(localeOf(language), options).format(value);
  const unit = (value: number, name: string, digits = 0): string => format(value, { style: 'unit', unit: name, maximumFractionDigits: digits });
  const unless = <Value>(value: number | null, write: (known: number) => Value): Value | null => (value === null ? null : write(value));
  const ms = (value: number): string => unit(value, 'millisecond');
  return {
    count: (value) => format(value, {}),
    ms: (value) => unless(value, ms),
    bitrate: (value) =>
      unless(value, (bits) => (bits < MEGA ? unit(bits / KILO, 'kilobit-per-second') : unit(bits / MEGA, 'megabit-per-second', 1))),
    fps: (value) => unless(value, (frames) => stats.fps(format(frames, { maximumFractionDigits: 0 }))),
    lost: (value) => unless(value, (share) => stats.lost(format(share, { style: 'percent', maximumFractionDigits: 1 }))),
    jitter: (value) => unless(value, (time) => stats.jitter(ms(time))),
  };
}

function localeOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
