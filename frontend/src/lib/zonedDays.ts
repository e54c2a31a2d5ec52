// Days of a calendar in a time zone: `2026-03-10` there, and the moment it begins.

/** The day that it is somewhere. */
export function dayIn(zone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(moment)
}

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** How many days lie between two. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY)
}

/** The same day of the year before; the 28th for a 29 February. */
export function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return isDay(before) ? before : before.replace('02-29', '02-28')
}

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = new Date(`${text}T00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

/** The moment a day begins somewhere; the day has 23 or 25 hours where clocks change. */
export function startOfDay(day: string, zone: string): string {
  const wall = Date.parse(`${day}T00:00Z`)
  let moment = wall
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  for (let round = 0; round < 2; round += 1) moment = wall - offsetAt(moment, zone)
  return new Date(moment).toISOString()
}

/** Whether there is a time zone of this name. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

const DAY = 86_400_000

function offsetAt(moment: number, zone: string): number {
  const words = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(moment)
  const text = words.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes = '0'] = /GMT([+-])(\d{2}):?(\d{2})?/.exec(text) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0
}
