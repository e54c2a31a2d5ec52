import { expect, test } from 'vitest'
import { day, exact, relative } from './times'

const NOW = Date.parse('2026-03-10T12:00:00Z')

test.each([
  ['2026-03-10T11:59:40Z', 'now'],
  ['2026-03-10T11:58:00Z', '2 minutes ago'],
  ['2026-03-10T09:00:00Z', '3 hours ago'],
  ['2026-03-09T12:00:00Z', 'yesterday'],
  ['2026-03-11T12:00:00Z', 'tomorrow'],
  ['2026-02-10T12:00:00Z', '4 weeks ago'],
  ['2025-11-10T12:00:00Z', '4 months ago'],
  ['2023-03-10T12:00:00Z', '3 years ago'],
])('%s is told as %s', (moment, words) => {
  expect(relative(moment, NOW, 'en')).toBe(words)
})

test.each([
  [new Date(2026, 2, 8, 23), '2 days ago'],
  [new Date(2026, 2, 9, 10), 'yesterday'],
  [new Date(2026, 2, 11, 23), 'tomorrow'],
  [new Date(2026, 2, 12, 1), 'in 2 days'],
  [new Date(2026, 2, 9, 23), '11 hours ago'],
])('days are those of the calendar: %s is %s', (moment, words) => {
  expect(relative(moment.toISOString(), new Date(2026, 2, 10, 10).getTime(), 'en')).toBe(words)
})

test('the exact moment names its time zone', () => {
  expect(exact('2026-03-10T12:00:00Z', 'en-GB', 'Europe/Madrid')).toBe('10 Mar 2026, 13:00 CET')
})

test('a date without a time is the same day everywhere', () => {
  expect(day('2026-03-10', 'en-GB')).toBe('10 Mar 2026')
})
