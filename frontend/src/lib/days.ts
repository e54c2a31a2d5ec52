// Days as the reader's calendar has them: they start at midnight where the reader is.

/** The midnight that a day starts with, so many days after the day of a moment. */
export function startOfDay(moment: Date, daysLater = 0): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + daysLater)
}

/** A moment for an input of type `datetime-local`, which has no zone and means the reader's. */
export function forInput(moment: string | null): string {
  if (moment === null) return ''
  const date = new Date(moment)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** What an input of type `datetime-local` says, as a moment; null when it is empty. */
export function fromInput(text: string): string | null {
  return text === '' ? null : new Date(text).toISOString()
}
