import { expect, test } from 'vitest'
import { momentsOf, periodIn } from './period'

const NOW = new Date(2026, 2, 10, 15, 30)
const read = (address: string) => periodIn(new URLSearchParams(address))
const midnight = (month: number, day: number) => new Date(2026, month, day).toISOString()

test('an address names a period, or days, or none', () => {
  expect(read('period=7')).toEqual({ kind: 'last', days: 7 })
  expect(read('period=9')).toEqual({ kind: 'any' })
  expect(read('')).toEqual({ kind: 'any' })
  expect(read('period=own')).toEqual({ kind: 'own', from: '', to: '' })
  expect(read('from=2026-03-01')).toEqual({ kind: 'own', from: '2026-03-01', to: '' })
})

test('the last days begin at a midnight and include today', () => {
  expect(momentsOf({ kind: 'last', days: 1 }, NOW)).toEqual({ gte: midnight(2, 10) })
  expect(momentsOf({ kind: 'last', days: 7 }, NOW)).toEqual({ gte: midnight(2, 4) })
})

test('both days of a period are meant whole', () => {
  expect(momentsOf({ kind: 'own', from: '2026-03-01', to: '2026-03-31' }, NOW)).toEqual({
    gte: midnight(2, 1),
    lt: midnight(3, 1),
  })
  expect(momentsOf({ kind: 'own', from: '', to: '2026-03-31' }, NOW)).toEqual({ lt: midnight(3, 1) })
  expect(momentsOf({ kind: 'own', from: 'soon', to: '' }, NOW)).toBe(undefined)
})
