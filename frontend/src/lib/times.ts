import { startOfDay } from './days'

// Moments as people say them. The exact one is always within reach, with the time zone it is told in.

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS: [Intl.RelativeTimeFormatUnit, number, number][] = [
  // Up to where rounding would tell as many as make one of the next.
  ['minute', MINUTE, 59.5 * MINUTE],
  ['hour', HOUR, 23.5 * HOUR],
  ['week', 7 * DAY, 8 * 7 * DAY],
  ['month', 30.44 * DAY, 365 * DAY],
  ['year', 365.25 * DAY, Number.POSITIVE_INFINITY],
]

/** How long ago a moment was, or how long it is until then: `3 hours ago`, `tomorrow`. */
export function relative(moment: string, now: number, locale?: string): string {
  const seconds = (Date.parse(moment) - now) / 1000
  const words = wordsOf(locale)
  const distance = Math.abs(seconds)
  if (distance < 45) return words.format(0, 'second')
  if (distance >= 23.5 * HOUR && distance < 13.5 * DAY) {
    const days = daysBetween(now, Date.parse(moment))
    if (days !== 0) return words.format(days, 'day')
  }
  const [unit, size] = STEPS.find(([, , limit]) => distance < limit) ?? ['year', 365.25 * DAY]
  const count = Math.max(1, Math.round(distance / size))
  return words.format(seconds < 0 ? -count : count, unit)
}

/** How many midnights of the reader lie between two moments: what is due the day after tomorrow is not due tomorrow. */
function daysBetween(from: number, to: number): number {
  const [first, last] = [from, to].map((each) => startOfDay(new Date(each)).getTime()) as [number, number]
  return Math.round((last - first) / (1000 * DAY)) // not all days have 24 hours
}

/** The moment itself, to the minute, in the reader's time zone and with its name. */
export function exact(moment: string, locale?: string, timeZone?: string): string {
  return momentsOf(locale, timeZone).format(new Date(moment))
}

/** The day of a moment, or of a date without a time, which has no zone. */
export function day(moment: string, locale?: string): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(moment)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(dateOnly ? { timeZone: 'UTC' } : {}) }).format(
    new Date(moment),
  )
}

/** The reader's time zone by its name, such as `Europe/Madrid`. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

// To make one of these takes longer than to use it a hundred times, and lists use them in every row.
const made = new Map<string, unknown>()

function once<Made>(name: string, make: () => Made): Made {
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as Made
}

function wordsOf(locale: string | undefined): Intl.RelativeTimeFormat {
  return once(`words ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
}

function momentsOf(locale: string | undefined, timeZone: string | undefined): Intl.DateTimeFormat {
  return once(
    `moments ${locale} ${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
        ...(timeZone ? { timeZone } : {}),
      }),
  )
}
