import { expect, test } from 'vitest'
import type { ListState } from '../listState'
import { fieldsOf, stateOf } from './saved'

const state: ListState = {
  view: 'view_1',
  text: 'vp',
  conditions: [{ field: 'lastEngaged', operator: 'within', value: 7 }],
  groups: [[{ field: 'title', operator: 'isEmpty', value: null }]],
  match: 'all',
  order: { field: 'LEAD_SCORE', direction: 'DESC' },
  columns: ['name', 'email'],
}

test('a view is the list as it was saved, with days counted anew', () => {
  expect(stateOf({ id: 'view_1', ...fieldsOf(state, { text: 'vp' }) })).toEqual(state)
})

test('a view with the usual columns follows them', () => {
  const usual = { ...state, columns: null }

  expect(stateOf({ id: 'view_1', ...fieldsOf(usual, null) })).toEqual(usual)
})

test('a view that a script stored shows what can be read of it', () => {
  const view = { id: 'view_1', columns: ['name', 5], orderBy: 'x', filter: null }

  expect(stateOf(view)).toEqual({
    view: 'view_1',
    text: '',
    conditions: [],
    groups: [],
    match: 'all',
    order: null,
    columns: ['name'],
  })
})
