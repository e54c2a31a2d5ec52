import { filters } from '../../strings/filters'
import type { Entry, Operator, Value } from './condition'

const { operators: words } = filters

/** What can be asked of each kind of field, in the order it is offered; the first is what a new condition begins with. */
export const OPERATORS = {
  text: [
    operator('contains', 'text', (text) => ({ contains: text })),
    operator('is', 'text', (text) => ({ eq: text })),
    operator('isNot', 'text', (text) => ({ ne: text })),
    operator('startsWith', 'text', (text) => ({ startsWith: text })),
    operator('endsWith', 'text', (text) => ({ endsWith: text })),
    negated(operator('containsNot', 'text', (text) => ({ contains: text }))),
    operator('isEmpty', 'none', () => ({ isNull: true })),
    operator('isFilled', 'none', () => ({ isNull: false })),
  ],
  /** Found as matching finds it, whatever its spelling. */
  identifier: [
    operator('is', 'text', (text) => ({ eq: text })),
    negated(operator('isNot', 'text', (text) => ({ eq: text }))),
    operator('isEmpty', 'none', () => ({ isNull: true })),
    operator('isFilled', 'none', () => ({ isNull: false })),
  ],
  person: [
    operator('anyOf', 'people', (ids) => ({ in: ids })),
    operator('noneOf', 'people', (ids) => ({ notIn: ids })),
    operator('nobody', 'none', () => ({ isNull: true })),
    operator('somebody', 'none', () => ({ isNull: false })),
  ],
  /** Of a list of words, where the schema takes the list itself. */
  choice: [operator('anyOf', 'choices', (list) => list), negated(operator('noneOf', 'choices', (list) => list))],
  campaign: [
    operator('anyOf', 'campaigns', (ids) => ({ in: ids })),
    negated(operator('noneOf', 'campaigns', (ids) => ({ in: ids }))),
  ],
  sender: [
    operator('anyOf', 'senders', (ids) => ({ in: ids })),
    negated(operator('noneOf', 'senders', (ids) => ({ in: ids }))),
  ],
  dealStage: [
    operator('anyOf', 'dealStages', (stages) => ({ in: stages })),
    negated(operator('noneOf', 'dealStages', (stages) => ({ in: stages }))),
  ],
  date: [
    operator('within', 'days', (days, now) => ({ gte: daysBefore(now, Number(days)) })),
    operator('notWithin', 'days', (days, now) => ({ lt: daysBefore(now, Number(days)) })),
    operator('since', 'date', (date) => ({ gte: startOf(String(date)) })),
    operator('before', 'date', (date) => ({ lt: startOf(String(date)) })),
    operator('ever', 'none', () => ({ isNull: false })),
    operator('never', 'none', () => ({ isNull: true })),
  ],
  /** Of what happens again and again, of which records hold some. */
  happening: [
    operator('within', 'days', (days, now) => ({ some: { happenedAt: { gte: daysBefore(now, Number(days)) } } })),
    operator('notWithin', 'days', (days, now) => ({ none: { happenedAt: { gte: daysBefore(now, Number(days)) } } })),
    operator('since', 'date', (date) => ({ some: { happenedAt: { gte: startOf(String(date)) } } })),
    operator('ever', 'none', () => ({ some: {} })),
    operator('never', 'none', () => ({ none: {} })),
  ],
  /** Of a number of which the schema takes several. */
  step: [operator('exactly', 'number', (step) => [step]), negated(operator('isNot', 'number', (step) => [step]))],
  /** Of days that have no hour, and lie ahead as often as behind. */
  day: [
    operator('next', 'days', (days, now) => ({ gte: dayOf(now, 0), lte: dayOf(now, Number(days)) })),
    operator('within', 'days', (days, now) => ({ gte: dayOf(now, -Number(days)), lte: dayOf(now, 0) })),
    operator('since', 'date', (date) => ({ gte: date })),
    operator('before', 'date', (date) => ({ lt: date })),
    operator('isFilled', 'none', () => ({ isNull: false })),
    operator('isEmpty', 'none', () => ({ isNull: true })),
  ],
  /** Of numbers that everything has. */
  amount: [
    operator('atLeast', 'number', (count) => ({ gte: count })),
    operator('atMost', 'number', (count) => ({ lte: count })),
    operator('exactly', 'number', (count) => ({ eq: count })),
  ],
  number: [
    operator('atLeast', 'number', (count) => ({ gte: count })),
    operator('atMost', 'number', (count) => ({ lte: count })),
    operator('exactly', 'number', (count) => ({ eq: count })),
    operator('isEmpty', 'none', () => ({ isNull: true })),
    operator('isFilled', 'none', () => ({ isNull: false })),
  ],
  truth: [operator('yes', 'none', () => true), operator('no', 'none', () => false)],
  tags: [
    operator('hasAny', 'tags', (tags) => ({ hasAny: tags })),
    operator('hasAll', 'tags', (tags) => ({ hasAll: tags })),
    operator('hasNone', 'tags', (tags) => ({ hasNone: tags })),
    operator('noTags', 'none', () => ({ isEmpty: true })),
  ],
} satisfies Record<string, Operator[]>

function operator(id: keyof typeof words, entry: Entry, filter: Operator['filter']): Operator {
  return {
    id,
    label: words[id],
    entry,
    filter: (value, now) => (entry !== 'none' && isMissing(value) ? undefined : filter(value, now)),
  }
}

function negated(operator: Operator): Operator {
  return { ...operator, negated: true }
}

function isMissing(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The first moment of the day so many days ago, so that the question stays the same all day. */
function daysBefore(now: Date, days: number): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString()
}

/** The day so many days from now, as the reader's calendar has it. */
function dayOf(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** The first moment of a day in the reader's time zone. */
function startOf(date: string): string | undefined {
  const moment = new Date(`${date}T00:00`)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}
