import { expect, test } from 'vitest'
import { grouped } from './grouped'

test('neighbors of one group stand together, and know their place in the whole list', () => {
  expect(grouped(['a1', 'a2', 'b1', 'a3'], (each) => each[0])).toEqual([
    { group: 'a', start: 0, rows: ['a1', 'a2'] },
    { group: 'b', start: 2, rows: ['b1'] },
    { group: 'a', start: 3, rows: ['a3'] },
  ])
})
