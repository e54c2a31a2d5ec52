import { expect, test } from 'vitest'
import { type Condition, filterOf, NOTHING_ASKED } from './condition'
import { ENGAGEMENT_FIELDS, SALES_FIELDS } from './fields'

const NOW = new Date('2026-03-10T15:30:00')
const WEEK_AGO = new Date('2026-03-03T00:00:00').toISOString()

function asked(...told: [field: string, operator: string, value?: Condition['value']][]) {
  const conditions = told.map(([field, operator, value = null]) => ({ field, operator, value }))
  return filterOf([...ENGAGEMENT_FIELDS, ...SALES_FIELDS], { ...NOTHING_ASKED, conditions }, NOW)
}

test('who wrote lately has a message among theirs, and who did not has none', () => {
  const written = { direction: { eq: 'INBOUND' }, happenedAt: { gte: WEEK_AGO } }

  expect(asked(['received', 'within', 7])).toEqual({ activities: { some: written } })
  expect(asked(['received', 'notWithin', 7])).toEqual({ activities: { none: written } })
  expect(asked(['received', 'never'])).toEqual({ activities: { none: { direction: { eq: 'INBOUND' } } } })
})

test('messages either way are two things to ask', () => {
  expect(asked(['received', 'ever'], ['sent', 'ever'])).toEqual({
    and: [
      { activities: { some: { direction: { eq: 'INBOUND' } } } },
      { activities: { some: { direction: { eq: 'OUTBOUND' } } } },
    ],
  })
})

test('a step is one of those that the schema takes', () => {
  expect(asked(['step', 'exactly', 2])).toEqual({ engagement: { steps: [2] } })
  expect(asked(['step', 'isNot', 2])).toEqual({ not: { engagement: { steps: [2] } } })
})

test('what is related is some or none', () => {
  expect(asked(['openDeals', 'yes'])).toEqual({ deals: { some: { status: { eq: 'OPEN' } } } })
  expect(asked(['openTasks', 'no'])).toEqual({ tasks: { none: { completed: false } } })
})
