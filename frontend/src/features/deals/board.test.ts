import { expect, test } from 'vitest'
import { added, shownAmounts, together } from './amounts'
import { changesTo, columnsOf, keyOf, withDeal, withNewer, withoutDeal, withTotals } from './board'
import type { DealRow } from './dealRow'

const eur = (amount: number) => ({ currency: 'EUR', amount })
const usd = (amount: number) => ({ currency: 'USD', amount })
const deal = (changes: Partial<DealRow>) =>
  ({ id: 'deal_1', status: 'OPEN', stage: 'Qualified', amount: 100, currency: 'EUR', ...changes }) as DealRow
const BOARD = columnsOf([
  { stage: 'Qualified', status: 'OPEN', count: 2, amountByCurrency: [eur(300)] },
  { stage: 'Proposal', status: 'OPEN', count: 0, amountByCurrency: [] },
  { stage: null, status: 'OPEN', count: 1, amountByCurrency: [usd(5)] },
  { stage: 'Proposal', status: 'WON', count: 1, amountByCurrency: [eur(1)] },
  { stage: 'Qualified', status: 'WON', count: 2, amountByCurrency: [eur(2), usd(3)] },
])
const shape = (columns: typeof BOARD) =>
  columns.map(({ label, count, amounts, deals }) => [label, count, shownAmounts(amounts), deals.map(({ id }) => id)])

test('a column stands for a stage of open deals, and one each for the won and the lost', () => {
  expect(shape(BOARD)).toEqual([
    ['Qualified', 2, '€300', []],
    ['Proposal', 0, '', []],
    ['No stage', 1, '$5', []],
    ['Won', 3, '€3 + $3', []],
    ['Lost', 0, '', []],
  ])
})

test('a deal that moves takes its amount along', () => {
  const read = BOARD.map((each) => (each.stage === 'Qualified' ? { ...each, deals: [deal({})] } : each))

  expect(shape(withDeal(read, deal({ stage: 'Proposal' }))).slice(0, 2)).toEqual([
    ['Qualified', 1, '€200', []],
    ['Proposal', 1, '€100', ['deal_1']],
  ])
  expect(shape(withDeal(read, deal({ status: 'WON' }))).at(3)).toEqual(['Won', 4, '€103 + $3', ['deal_1']])
})

test('a deal that stays keeps its place, and its new amount counts', () => {
  const others = [deal({ id: 'deal_0' }), deal({}), deal({ id: 'deal_2' })]
  const read = BOARD.map((each) => (each.stage === 'Qualified' ? { ...each, deals: others } : each))

  expect(shape(withDeal(read, deal({ amount: 250, currency: 'USD' })))[0]).toEqual([
    'Qualified',
    2,
    '€200 + $250',
    ['deal_0', 'deal_1', 'deal_2'],
  ])
})

test('what is told late of a deal does not undo what is known of it', () => {
  const read = withDeal(BOARD, deal({ version: 3, amount: 250 }))

  expect(shape(withNewer(read, deal({ version: 2, stage: 'Proposal' })))).toEqual(shape(read))
  expect(shape(withNewer(read, deal({ version: 4, stage: 'Proposal' }))).slice(0, 2)).toEqual([
    ['Qualified', 2, '€300', []],
    ['Proposal', 1, '€100', ['deal_1']],
  ])
})

test('a deal that is deleted is gone with its amount, and one that was not read leaves the board as it is', () => {
  const read = BOARD.map((each) => (each.stage === 'Qualified' ? { ...each, deals: [deal({})] } : each))

  expect(shape(withoutDeal(read, 'deal_1'))[0]).toEqual(['Qualified', 1, '€200', []])
  expect(shape(withoutDeal(read, 'deal_2'))).toEqual(shape(read))
})

test('totals that are counted anew take the place of the old ones, and the deals stay', () => {
  const read = BOARD.map((each) => (each.stage === 'Qualified' ? { ...each, deals: [deal({})] } : each))
  const counted = columnsOf([{ stage: 'Qualified', status: 'OPEN', count: 5, amountByCurrency: [eur(900)] }])

  expect(shape(withTotals(read, counted) ?? [])).toEqual([
    ['Qualified', 5, '€900', ['deal_1']],
    ['Won', 0, '', []],
    ['Lost', 0, '', []],
  ])
  const another = columnsOf([{ stage: 'Handshake', status: 'OPEN', count: 1, amountByCurrency: [eur(1)] }])
  expect(withTotals(read, another)).toBeNull()
})

test('moving says status and stage, and only losing has a reason', () => {
  expect(changesTo({ status: 'OPEN', stage: 'Proposal' }, 'Price')).toEqual({ status: 'OPEN', stage: 'Proposal' })
  expect(changesTo({ status: 'OPEN', stage: null }, null)).toEqual({ status: 'OPEN', stage: null })
  expect(changesTo({ status: 'WON', stage: null }, 'Price')).toEqual({ status: 'WON' })
  expect(changesTo({ status: 'LOST', stage: null }, 'Price')).toEqual({ status: 'LOST', lostReason: 'Price' })
})

test('won deals are in one column whatever their stage was', () => {
  expect(keyOf(deal({ status: 'WON', stage: 'Proposal' }))).toBe('WON')
  expect(keyOf(deal({ stage: null }))).toBe('OPEN ')
})

test('currencies are never added to one another, and cents add up', () => {
  expect(added([eur(0.1)], 'EUR', 0.2)).toEqual([eur(0.3)])
  expect(added([eur(5)], 'EUR', -5)).toEqual([])
  expect(together([[usd(1)], [eur(2), usd(3)]])).toEqual([eur(2), usd(4)])
})
