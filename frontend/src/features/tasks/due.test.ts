import { expect, test } from 'vitest'
import { dueFilter, dueGroup } from './due'

const NOW = new Date(2026, 2, 10, 15, 30)
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString()

test.each([
  [at(9, 18), 'overdue'],
  [at(10, 15), 'overdue'],
  [at(10, 16), 'today'],
  [at(11, 0), 'tomorrow'],
  [at(12, 9), 'week'],
  [at(16, 23), 'week'],
  [at(17, 0), 'later'],
  [null, 'none'],
])('a task that is due %s is in %s', (due, group) => {
  expect(dueGroup(due, NOW)).toBe(group)
})

test('today starts and ends at the reader’s midnights', () => {
  expect(dueFilter('today', NOW)).toEqual({ completed: false, dueAt: { gte: at(10, 0), lt: at(11, 0) } })
  expect(dueFilter('week', NOW)).toEqual({ completed: false, dueAt: { gte: at(10, 0), lt: at(17, 0) } })
})
