import { startOfDay } from '../../lib/days'

export type DueGroup = 'overdue' | 'today' | 'tomorrow' | 'week' | 'later' | 'none'
/** Which tasks the list shows. */
export const DUE = ['open', 'overdue', 'today', 'week', 'done'] as const
export type Due = (typeof DUE)[number]

/** Where a task stands in a list by urgency. What is due later today is not overdue yet. */
export function dueGroup(dueAt: string | null, now: Date): DueGroup {
  if (dueAt === null) return 'none'
  const due = new Date(dueAt)
  if (due < now) return 'overdue'
  if (due < startOfDay(now, 1)) return 'today'
  if (due < startOfDay(now, 2)) return 'tomorrow'
  return due < startOfDay(now, 7) ? 'week' : 'later'
}

/** What the list asks the server for. The days are the reader's, so they are counted here. */
export function dueFilter(due: Due, now: Date) {
  switch (due) {
    case 'overdue':
      return { completed: false, overdue: true }
    case 'today':
      return { completed: false, dueAt: between(startOfDay(now), startOfDay(now, 1)) }
    case 'week':
      return { completed: false, dueAt: between(startOfDay(now), startOfDay(now, 7)) }
    case 'done':
      return { completed: true }
    case 'open':
      return { completed: false }
  }
}

function between(from: Date, to: Date) {
  return { gte: from.toISOString(), lt: to.toISOString() }
}
