import { expect, test } from 'vitest'
import { inputOf, meaningOf } from './meaning'

const target = { engagement: null, field: null, customField: null }

test('a meaning is told in words', () => {
  expect([
    meaningOf({ ...target, engagement: 'STATUS' }),
    meaningOf({ ...target, field: 'title' }),
    meaningOf({ ...target, customField: 'plan' }),
    meaningOf(target),
    meaningOf({ ...target, engagement: 'STATUS' }, true),
  ]).toEqual([
    'engagement status',
    'our field title',
    'the custom field plan',
    'nothing but itself',
    'nothing but itself',
  ])
})

test('a meaning is handed back as exactly one thing', () => {
  expect([
    inputOf({ ...target, engagement: 'OPENS' }),
    inputOf({ ...target, field: 'title' }),
    inputOf({ ...target, customField: 'plan' }),
    inputOf(target),
  ]).toEqual([{ engagement: 'OPENS' }, { field: 'title' }, { customField: 'plan' }, { nothing: true }])
})
