// What the page is asked: a period, what it is compared with, and whom it is about. All of it stands in the address.

import type { EngagementDimension, EngagementFilter, EngagementInterval, EngagementMeasure } from '../../gql/graphql'
import { addDays, dayIn, daysBetween, isDay, isZone, startOfDay, yearBefore } from '../../lib/zonedDays'

/** What the numbers can be narrowed by, under its name in the address. */
export const FACETS = {
  campaign: { dimension: 'CAMPAIGN', input: 'campaignIds' },
  sender: { dimension: 'SENDER', input: 'senderIds' },
  channel: { dimension: 'CHANNEL', input: 'channels' },
  owner: { dimension: 'OWNER', input: 'ownerIds' },
  tag: { dimension: 'TAG', input: 'tags' },
  lifecycle: { dimension: 'LIFECYCLE_STAGE', input: 'lifecycleStages' },
  country: { dimension: 'COUNTRY', input: 'countries' },
  industry: { dimension: 'INDUSTRY', input: 'industries' },
} as const satisfies Record<string, { dimension: EngagementDimension; input: keyof EngagementFilter }>

export type Facet = keyof typeof FACETS
export const FACET_NAMES = Object.keys(FACETS) as Facet[]

export const PERIODS = ['30d', '90d', '365d', 'all', 'days'] as const
export const COMPARISONS = ['nothing', 'before', 'year'] as const
export const INTERVALS = ['DAY', 'WEEK', 'MONTH'] as const satisfies EngagementInterval[]
export const MEASURES = [
  'REPLIES',
  'CONTACTS_REPLIED',
  'REPLY_RATE',
  'MESSAGES',
  'CONTACTED',
  'CONNECTION_REQUESTS',
  'CONNECTIONS',
  'CONNECT_RATE',
  'OPENS',
  'CLICKS',
] as const satisfies EngagementMeasure[]

/** Days from the first to the one after the last; null where an end is open. */
export type Days = { from: string | null; to: string | null }

export type Question = {
  period: (typeof PERIODS)[number]
  days: Days
  comparison: (typeof COMPARISONS)[number]
  facets: Record<Facet, string[]>
  interval: EngagementInterval
  measure: (typeof MEASURES)[number]
  zone: string
}

/** What an address asks; what it says wrongly counts as not said. */
export function questionIn(params: URLSearchParams, now: Date, zoneHere: string): Question {
  const zone = params.get('zone')
  const zoneIn = zone && isZone(zone) ? zone : zoneHere
  const period = oneOf(PERIODS, params.get('period')) ?? '90d'
  const today = dayIn(zoneIn, now)
  const days = period === 'days' ? daysIn(params) : lastDays(period, today)
  return {
    period,
    days,
    comparison: days.from === null ? 'nothing' : (oneOf(COMPARISONS, params.get('compare')) ?? 'nothing'),
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, params.getAll(name)])) as Question['facets'],
    interval: oneOf(INTERVALS, params.get('interval')) ?? usualInterval(days, today),
    measure: oneOf(MEASURES, params.get('measure')) ?? 'REPLIES',
    zone: zoneIn,
  }
}

/** The schema's filter for a question; that of the days compared with, where those are given. */
export function filterOf(question: Question, days = question.days): EngagementFilter {
  const filter: EngagementFilter = {}
  for (const name of FACET_NAMES) {
    if (question.facets[name].length > 0) filter[FACETS[name].input] = question.facets[name]
  }
  const period = periodOf(days, question.zone)
  return period ? { ...filter, period } : filter
}

/** The schema's period for days of a time zone; null for all time. */
export function periodOf({ from, to }: Days, zone: string): EngagementFilter['period'] {
  if (from === null && to === null) return null
  return {
    ...(from === null ? {} : { from: startOfDay(from, zone) }),
    ...(to === null ? {} : { to: startOfDay(to, zone) }),
  }
}

/** The days that a question compares with: as many before, or the same ones a year ago. Null for none. */
export function comparedDays({ days: { from, to }, comparison }: Question, today: string): Days | null {
  if (comparison === 'nothing' || from === null) return null
  const end = to ?? addDays(today, 1)
  if (comparison === 'year') return { from: yearBefore(from), to: yearBefore(end) }
  return { from: addDays(from, -daysBetween(from, end)), to: from }
}

function lastDays(period: string, today: string): Days {
  if (period === 'all') return { from: null, to: null }
  return { from: addDays(today, 1 - Number.parseInt(period, 10)), to: addDays(today, 1) }
}

/** `from` and `to` of an address, of which the last day is meant to count. */
function daysIn(params: URLSearchParams): Days {
  const from = params.get('from') ?? ''
  const to = params.get('to') ?? ''
  const days = { from: isDay(from) ? from : null, to: isDay(to) ? addDays(to, 1) : null }
  return days.from && days.to && days.to <= days.from ? { from: days.from, to: addDays(days.from, 1) } : days
}

function usualInterval({ from, to }: Days, today: string): EngagementInterval {
  const days = from === null ? 90 : daysBetween(from, to ?? today)
  if (days <= 31) return 'DAY'
  return days <= 200 ? 'WEEK' : 'MONTH'
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text)
}
