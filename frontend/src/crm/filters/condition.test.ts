import { expect, test } from 'vitest'
import { type Condition, type FilterField, filterOf, NOTHING_ASKED, parsed, written } from './condition'
import { OPERATORS } from './operators'

const NOW = new Date('2026-03-10T15:30:00')
const FIELDS: FilterField[] = [
  { id: 'stage', label: 'Stage', group: '', path: ['engagement', 'stages'], operators: OPERATORS.choice },
  { id: 'opens', label: 'Opens', group: '', path: ['engagement', 'opens'], operators: OPERATORS.number },
  { id: 'owner', label: 'Owner', group: '', path: ['ownerId'], operators: OPERATORS.person },
  { id: 'title', label: 'Title', group: '', path: ['title'], operators: OPERATORS.text },
  {
    id: 'deleted',
    label: 'Deleted',
    group: '',
    path: ['deleted'],
    operators: OPERATORS.truth,
    outermost: true,
  },
  { id: 'added', label: 'Added', group: '', path: ['createdAt'], operators: OPERATORS.date },
]
const replied: Condition = { field: 'stage', operator: 'anyOf', value: ['MESSAGE_REPLIED'] }
const opened: Condition = { field: 'opens', operator: 'atLeast', value: 2 }

function asked(...conditions: Condition[]) {
  return filterOf(FIELDS, { ...NOTHING_ASKED, conditions }, NOW)
}

test('conditions on different things are one filter', () => {
  expect(asked(replied, opened, { field: 'owner', operator: 'nobody', value: null })).toEqual({
    engagement: { stages: ['MESSAGE_REPLIED'], opens: { gte: 2 } },
    ownerId: { isNull: true },
  })
})

test('conditions on the same thing are kept apart', () => {
  const titles = ['vp', 'sales'].map((value) => ({ field: 'title', operator: 'contains', value }))

  expect(asked(...titles)).toEqual({ and: [{ title: { contains: 'vp' } }, { title: { contains: 'sales' } }] })
})

test('any of several is an or', () => {
  expect(filterOf(FIELDS, { ...NOTHING_ASKED, conditions: [replied, opened], match: 'any' }, NOW)).toEqual({
    or: [{ engagement: { stages: ['MESSAGE_REPLIED'] } }, { engagement: { opens: { gte: 2 } } }],
  })
})

test('none of a list is the opposite of any of it', () => {
  expect(asked({ ...replied, operator: 'noneOf' })).toEqual({ not: { engagement: { stages: ['MESSAGE_REPLIED'] } } })
})

test('two refusals are two, though they are about the same thing', () => {
  const notCalled = (value: string) => ({ field: 'title', operator: 'containsNot', value })

  expect(asked({ ...replied, operator: 'noneOf' }, notCalled('ceo'))).toEqual({
    and: [{ not: { engagement: { stages: ['MESSAGE_REPLIED'] } } }, { not: { title: { contains: 'ceo' } } }],
  })
})

test('a group among conditions that are all to hold is fulfilled by any of its own', () => {
  const groups = [[opened, { field: 'owner', operator: 'nobody', value: null }]]

  expect(filterOf(FIELDS, { conditions: [replied], groups, match: 'all' }, NOW)).toEqual({
    engagement: { stages: ['MESSAGE_REPLIED'] },
    or: [{ engagement: { opens: { gte: 2 } } }, { ownerId: { isNull: true } }],
  })
})

test('a group among conditions of which one is enough holds if all of its own do', () => {
  const groups = [[opened, { field: 'owner', operator: 'nobody', value: null }]]

  expect(filterOf(FIELDS, { conditions: [replied], groups, match: 'any' }, NOW)).toEqual({
    or: [
      { engagement: { stages: ['MESSAGE_REPLIED'] } },
      { engagement: { opens: { gte: 2 } }, ownerId: { isNull: true } },
    ],
  })
})

test('which list is meant is asked of the whole filter', () => {
  const deleted = { field: 'deleted', operator: 'yes', value: null }

  expect(filterOf(FIELDS, { conditions: [replied, deleted, opened], groups: [[deleted]], match: 'any' }, NOW)).toEqual({
    deleted: true,
    or: [{ engagement: { stages: ['MESSAGE_REPLIED'] } }, { engagement: { opens: { gte: 2 } } }],
  })
})

test('what is asked besides the conditions holds whatever they say', () => {
  const nobody = { field: 'owner', operator: 'nobody', value: null }
  const deleted = { field: 'deleted', operator: 'yes', value: null }
  const mine = { ownerId: { eq: 'user_1' }, text: 'vp' }

  expect(filterOf(FIELDS, { ...NOTHING_ASKED, conditions: [] }, NOW, mine)).toEqual(mine)
  expect(filterOf(FIELDS, { ...NOTHING_ASKED, conditions: [opened] }, NOW, mine)).toEqual({
    ...mine,
    engagement: { opens: { gte: 2 } },
  })
  expect(filterOf(FIELDS, { conditions: [nobody, opened, deleted], groups: [], match: 'any' }, NOW, mine)).toEqual({
    ...mine,
    deleted: true,
    or: [{ ownerId: { isNull: true } }, { engagement: { opens: { gte: 2 } } }],
  })
})

test('a field may have its own shape in the schema', () => {
  const budget: FilterField = {
    id: 'custom:budget',
    label: 'Budget',
    group: '',
    path: ['customFields'],
    wrap: (number) => [{ key: 'budget', number }],
    operators: OPERATORS.number,
  }

  const conditions = [{ field: 'custom:budget', operator: 'atLeast', value: 5 }]
  expect(filterOf([budget], { ...NOTHING_ASKED, conditions }, NOW)).toEqual({
    customFields: [{ key: 'budget', number: { gte: 5 } }],
  })
})

test('what is not filled in yet asks for nothing', () => {
  expect(asked({ field: 'title', operator: 'contains', value: '' })).toBe(null)
  expect(asked({ field: 'stage', operator: 'anyOf', value: [] })).toBe(null)
})

test('days are counted from the start of the day', () => {
  expect(asked({ field: 'added', operator: 'within', value: 7 })).toEqual({
    createdAt: { gte: new Date('2026-03-03T00:00:00').toISOString() },
  })
})

test.each([
  replied,
  opened,
  { field: 'title', operator: 'is', value: 'a.b|c\\d' },
  { field: 'owner', operator: 'nobody', value: null },
])('a condition comes back from the address as it went in: %j', (condition) => {
  expect(parsed(FIELDS, written(condition))).toEqual(condition)
})

test('what the address says of unknown fields is left out', () => {
  expect([parsed(FIELDS, 'shoe.is.42'), parsed(FIELDS, 'stage.like.x'), parsed(FIELDS, '')]).toEqual([null, null, null])
})
