import { expect, test } from 'vitest'
import { change, percent, scaleOf } from './numbers'

test('shares and changes are written shortly', () => {
  expect([percent(0.142857, 'en'), percent(0.5, 'en'), percent(0, 'en')]).toEqual(['14.3%', '50%', '0%'])
  expect([change(5, 3), change(3, 5), change(2, 2)]).toEqual(['+2', '−2', '±0'])
})

test('a scale ends at the next tenth, and never beyond all', () => {
  expect([scaleOf([0.31, 0.62, null]), scaleOf([0.3]), scaleOf([]), scaleOf([0.97])]).toEqual([0.7, 0.3, 0.1, 1])
})
