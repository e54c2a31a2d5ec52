import { expect, test } from 'vitest'
import { runFilterIn } from './runFilter'

const NOW = new Date('2026-03-10T12:00:30Z')

test('without a word about it the runs are those that Enginy called for', () => {
  expect(runFilterIn(new URLSearchParams(), NOW)).toEqual({ source: { eq: 'ENGINY' } })
})

test('an address narrows the runs, and what it says wrongly counts as not said', () => {
  const params = new URLSearchParams('act=sync_contacts&status=PARTLY&entity=CONTACT&door=REST&period=7')

  expect(runFilterIn(params, NOW)).toEqual({
    act: { eq: 'sync_contacts' },
    status: { eq: 'PARTLY' },
    entity: 'CONTACT',
    door: { eq: 'REST' },
    startedAt: { gte: '2026-03-03T12:00:00.000Z' },
  })
  expect(runFilterIn(new URLSearchParams('act=all&status=LOST&period=x'), NOW)).toEqual({})
})
