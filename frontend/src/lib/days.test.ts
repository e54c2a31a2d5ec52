import { expect, test } from 'vitest'
import { forInput, fromInput, startOfDay } from './days'

test('a day starts at its midnight, and the next one a day later', () => {
  const moment = new Date(2026, 2, 31, 17, 45)

  expect(startOfDay(moment)).toEqual(new Date(2026, 2, 31))
  expect(startOfDay(moment, 1)).toEqual(new Date(2026, 3, 1))
})

test('a moment comes back from an input as it went in', () => {
  const moment = '2026-03-10T15:30:00.000Z'

  expect(fromInput(forInput(moment))).toBe(moment)
  expect(fromInput(forInput(null))).toBe(null)
})
