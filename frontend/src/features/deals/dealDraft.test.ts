import { expect, test } from 'vitest'
import { changesBetween, draftOf, rebased, writtenIn } from './dealDraft'
import type { DealRow } from './dealRow'
import { isLate } from './late'

const DEAL = {
  name: 'Pilot',
  amount: 100,
  currency: 'EUR',
  stage: 'Qualified',
  status: 'OPEN',
  expectedClose: '2026-03-10',
  ownerId: null,
  contactId: 'contact_1',
  contact: { id: 'contact_1', name: 'Ada' },
  companyId: null,
  company: null,
} as DealRow
const draft = draftOf(DEAL)

test('what nobody touched is not written', () => {
  expect(changesBetween(draft, { ...draft })).toEqual({})
  expect(changesBetween(draft, { ...draft, amount: '100' })).toEqual({})
})

test('what was taken out is cleared, and an amount goes with its currency', () => {
  const changed = { ...draft, amount: 12.5, currency: 'usd', expectedClose: '', contact: null }

  expect(changesBetween(draft, changed)).toEqual({
    amount: 12.5,
    currency: 'USD',
    expectedClose: null,
    contactId: null,
  })
})

test('what others change meanwhile is taken over, but for what is being written', () => {
  const written = { ...draft, name: 'Pilot of two', contact: null }
  const now = { ...draft, name: 'Trial', amount: 250, contact: { id: 'contact_2', name: 'Bob' } }

  const after = rebased(draft, written, now)

  expect(after).toEqual({ ...now, name: 'Pilot of two', contact: null })
  expect(writtenIn(now, after)).toEqual(['name', 'contact'])
  expect(rebased(draft, { ...draft, amount: '100' }, now)).toEqual(now)
})

test('a deal is late from the day after it was expected, if it is open', () => {
  expect(isLate(DEAL, new Date(2026, 2, 10, 23))).toBe(false)
  expect(isLate(DEAL, new Date(2026, 2, 11, 1))).toBe(true)
  expect(isLate({ ...DEAL, status: 'WON' }, new Date(2026, 2, 11))).toBe(false)
})
