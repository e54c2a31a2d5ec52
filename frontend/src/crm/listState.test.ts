import { expect, test } from 'vitest'
import { OPERATORS } from './filters/operators'
import { type ListState, paramsOf, stateIn } from './listState'

const FIELDS = [{ id: 'title', label: 'Title', group: '', path: ['title'], operators: OPERATORS.text }]

test('what a list shows comes back from its address', () => {
  const state: ListState = {
    text: 'ada & co',
    conditions: [{ field: 'title', operator: 'contains', value: 'vp' }],
    groups: [
      [{ field: 'title', operator: 'is', value: 'a.b' }],
      [
        { field: 'title', operator: 'isEmpty', value: null },
        { field: 'title', operator: 'startsWith', value: '2.x' },
      ],
    ],
    match: 'any',
    order: { field: 'LEAD_SCORE', direction: 'DESC' },
    columns: ['name', 'custom:a,b'],
    view: 'view_1',
  }

  const address = paramsOf(state).toString()

  expect(stateIn(new URLSearchParams(address), FIELDS)).toEqual(state)
})

test('an empty address is the list as it usually is', () => {
  expect(stateIn(new URLSearchParams(''), FIELDS)).toEqual({
    text: '',
    conditions: [],
    groups: [],
    match: 'all',
    order: null,
    columns: null,
    view: null,
  })
})
