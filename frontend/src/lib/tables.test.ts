import { expect, test } from 'vitest'
import { findTables } from './tables'

test('a connection is a table of its nodes, with a column for each field of what they hold', () => {
  const data = {
    contacts: {
      totalCount: 2,
      nodes: [
        { name: 'Ada', owner: { name: 'Grace' }, tags: ['vip'] },
        { name: 'Alan', owner: null, email: 'alan@example.com' },
      ],
    },
  }

  expect(findTables(data)).toEqual([
    {
      path: 'contacts.nodes',
      columns: ['name', 'owner.name', 'tags', 'email'],
      rows: [
        ['Ada', 'Grace', ['vip'], undefined],
        ['Alan', undefined, undefined, 'alan@example.com'],
      ],
    },
  ])
})

test('edges are their nodes, without cursors', () => {
  const data = { contacts: { edges: [{ cursor: 'c1', node: { name: 'Ada' } }] } }

  expect(findTables(data)).toEqual([{ path: 'contacts.edges', columns: ['name'], rows: [['Ada']] }])
})

test('groups are a table, and the longest list comes first', () => {
  const data = {
    contact: { changes: [{ at: '2026' }] },
    groups: [
      { key: { month: '2026-01', campaign: 'Spring' }, count: 3 },
      { key: { month: '2026-02', campaign: 'Spring' }, count: 5 },
    ],
  }

  expect(findTables(data)).toEqual([
    {
      path: 'groups',
      columns: ['key.month', 'key.campaign', 'count'],
      rows: [
        ['2026-01', 'Spring', 3],
        ['2026-02', 'Spring', 5],
      ],
    },
    { path: 'contact.changes', columns: ['at'], rows: [['2026']] },
  ])
})

test.each([
  ['nothing', null],
  ['an empty list', { contacts: { nodes: [] } }],
  ['a list of texts', { contact: { tags: ['vip'] } }],
])('%s is no table', (_name, data) => {
  expect(findTables(data)).toEqual([])
})
