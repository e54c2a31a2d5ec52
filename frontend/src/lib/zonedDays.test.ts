import { expect, test } from 'vitest'
import { addDays, dayIn, daysBetween, isDay, startOfDay, yearBefore } from './zonedDays'

test.each([
  ['2026-03-29', 'Europe/Madrid', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Madrid', '2026-03-29T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Madrid', '2026-10-25T23:00:00.000Z'],
  ['2026-01-01', 'America/St_Johns', '2026-01-01T03:30:00.000Z'],
  ['2026-01-01', 'UTC', '2026-01-01T00:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, moment) => {
  expect(startOfDay(day, zone)).toBe(moment)
})

test('the day depends on where one is', () => {
  const moment = new Date('2026-03-10T23:30:00Z')

  expect([dayIn('UTC', moment), dayIn('Asia/Tokyo', moment)]).toEqual(['2026-03-10', '2026-03-11'])
})

test('days are counted over months and leap years', () => {
  expect([addDays('2026-02-27', 3), addDays('2026-01-01', -1)]).toEqual(['2026-03-02', '2025-12-31'])
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  expect([yearBefore('2028-02-29'), yearBefore('2026-03-01')]).toEqual(['2027-02-28', '2025-03-01'])
})

test('what is no day is told from one', () => {
  expect(['2026-02-29', '2026-13-01', 'today', '2026-02-28'].map(isDay)).toEqual([false, false, false, true])
})
