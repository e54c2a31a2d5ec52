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

test('groups of a connection have a column for each key, named by what was grouped by', () => {
  const data = {
    contacts: {
      groupBy: {
        isCut: false,
        groups: [
          {
            keys: [
              { field: 'OWNER', value: 'user_ann', label: 'Ann' },
              { field: 'CREATED_AT', value: '2025-04-01', label: '2025-04' },
            ],
            count: 3,
            sum: 41.5,
          },
          {
            keys: [
              { field: 'OWNER', value: null, label: 'none' },
              { field: 'CREATED_AT', value: '2025-05-01', label: '2025-05' },
            ],
            count: 1,
            sum: null,
          },
        ],
      },
    },
  }

  expect(findTables(data)).toEqual([
    {
      path: 'contacts.groupBy.groups',
      columns: ['OWNER.value', 'OWNER', 'CREATED_AT.value', 'CREATED_AT', 'count', 'sum'],
      rows: [
        ['user_ann', 'Ann', '2025-04-01', '2025-04', 3, 41.5],
        [null, 'none', '2025-05-01', '2025-05', 1, null],
      ],
    },
  ])
})

test.each([
  ['values', 'value', { columns: ['OWNER', 'TAG', 'count'], rows: [['a', 'b', 2]] }],
  ['labels', 'label', { columns: ['OWNER', 'TAG', 'count'], rows: [['a', 'b', 2]] }],
])('keys of which only %s were asked for are one column each', (_name, told, expected) => {
  const keys = [
    { field: 'OWNER', [told]: 'a' },
    { field: 'TAG', [told]: 'b' },
  ]

  expect(findTables({ groups: [{ keys, count: 2 }] })).toEqual([{ path: 'groups', ...expected }])
})

test('keys that do not say what they are of are numbered, and an opened group keeps its records in one cell', () => {
  const data = { groups: [{ keys: [{ label: 'Ann' }, { label: 'lead' }], records: { nodes: [{ name: 'Ada' }] } }] }

  expect(findTables(data)).toEqual([
    {
      path: 'groups',
      columns: ['key 1', 'key 2', 'records.nodes'],
      rows: [['Ann', 'lead', [{ name: 'Ada' }]]],
    },
  ])
})

test.each([
  ['nothing', null],
  ['an empty list', { contacts: { nodes: [] } }],
  ['a list of texts', { contact: { tags: ['vip'] } }],
])('%s is no table', (_name, data) => {
  expect(findTables(data)).toEqual([])
})
