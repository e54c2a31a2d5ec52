import { expect, test } from 'vitest'
import { labelledOf, ticksFor, wholeTicksFor } from './scale'

test.each([
  [12, [0, 5, 10, 15]],
  [0.47, [0, 0.2, 0.4, 0.6]],
  [100, [0, 25, 50, 75, 100]],
  [0, [0, 1]],
])('the ticks up to %d are %j', (greatest, ticks) => {
  expect(ticksFor(greatest)).toEqual(ticks)
})

test('what is counted has no half ticks', () => {
  expect([wholeTicksFor(2), wholeTicksFor(1), wholeTicksFor(12)]).toEqual([
    [0, 1, 2],
    [0, 1],
    [0, 5, 10, 15],
  ])
})

test('labels are left out evenly where there are too many', () => {
  expect([...labelledOf(7, 3)]).toEqual([6, 3, 0])
  expect([...labelledOf(3, 10)]).toEqual([2, 1, 0])
})
