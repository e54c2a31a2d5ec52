import type { DateTimeFilter } from '../../gql/graphql'
import { startOfDay } from '../../lib/days'

/** The periods that are offered, in days, today being one of them. */
export const DAYS = [1, 7, 30, 90] as const

/** What an address says of when: the last so many days, or from one day to another, or nothing. */
export type Period = { kind: 'any' } | { kind: 'last'; days: number } | { kind: 'own'; from: string; to: string }

/** The period of an address; what makes no sense there is no period. */
export function periodIn(params: URLSearchParams): Period {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  if (params.get('period') === 'own' || from !== '' || to !== '') return { kind: 'own', from, to }
  const days = Number(params.get('period'))
  return DAYS.some((each) => each === days) ? { kind: 'last', days } : { kind: 'any' }
}

/** What the server is asked for. Days are the reader's, and both ends are meant. */
export function momentsOf(period: Period, now: Date): DateTimeFilter | undefined {
  if (period.kind === 'any') return undefined
  if (period.kind === 'last') return { gte: startOfDay(now, 1 - period.days).toISOString() }
  const from = dayOf(period.from)
  const to = dayOf(period.to)
  if (from === null && to === null) return undefined
  return { ...(from && { gte: from.toISOString() }), ...(to && { lt: startOfDay(to, 1).toISOString() }) }
}

function dayOf(text: string): Date | null {
  const day = new Date(`${text}T00:00`)
  return Number.isNaN(day.getTime()) ? null : day
}
