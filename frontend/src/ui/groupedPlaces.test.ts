import { expect, test } from 'vitest'
import { countOf, entryOf, placeOf } from './groupedPlaces'

const GROUPS = [
  { group: 'overdue', start: 0, rows: ['a', 'b'] },
  { group: 'today', start: 2, rows: ['c'] },
  { group: 'later', start: 3, rows: ['d', 'e'] },
]

test('each group has a heading before its rows', () => {
  expect(countOf(GROUPS)).toBe(8)
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((entry) => placeOf(GROUPS, entry))).toEqual([
    { at: 0, place: -1 },
    { at: 0, place: 0 },
    { at: 0, place: 1 },
    { at: 1, place: -1 },
    { at: 1, place: 0 },
    { at: 2, place: -1 },
    { at: 2, place: 0 },
    { at: 2, place: 1 },
  ])
})

test('a row is found behind the headings before it', () => {
  expect([0, 1, 2, 3, 4].map((row) => entryOf(GROUPS, row))).toEqual([1, 2, 4, 6, 7])
})

test('a list without rows has no entry', () => {
  expect(countOf([])).toBe(0)
})
