import type { DealFields, DealStatus } from '../../gql/graphql'
import { deals as words } from '../../strings/deals'
import { type Amounts, added, together } from './amounts'
import type { DealRow } from './dealRow'

/** A column of the board: a stage of open deals, or all that were won, or all that were lost. */
export type Column = {
  key: string
  status: DealStatus
  stage: string | null
  label: string
  count: number
  amounts: Amounts
  deals: DealRow[]
  /** Where the deals that were read end; null before the first were. */
  end: string | null
  hasMore: boolean
  loading: boolean
}

type Totals = { stage: string | null; status: DealStatus; count: number; amountByCurrency: Amounts }

/** The columns that totals tell of, without their deals yet. Won and lost deals are not parted by stage. */
export function columnsOf(totals: readonly Totals[]): Column[] {
  const open = totals.filter(({ status }) => status === 'OPEN').map((each) => column('OPEN', each.stage, [each]))
  const closed = (['WON', 'LOST'] as const).map((status) =>
    column(
      status,
      null,
      totals.filter((each) => each.status === status),
    ),
  )
  return [...open, ...closed]
}

/** The key of the column that a deal belongs to. */
export function keyOf(deal: Pick<DealRow, 'status' | 'stage'>): string {
  return deal.status === 'OPEN' ? `OPEN ${deal.stage ?? ''}` : deal.status
}

/** What the server is told when a deal moves to a column. Only losing has a reason. */
export function changesTo(to: Pick<Column, 'status' | 'stage'>, lostReason: string | null): DealFields {
  if (to.status === 'OPEN') return { status: 'OPEN', stage: to.stage }
  return to.status === 'LOST' ? { status: 'LOST', lostReason } : { status: 'WON' }
}

/** The board with a deal in the column where it belongs, on top if it was elsewhere, and with totals that fit. */
export function withDeal(columns: readonly Column[], deal: DealRow): Column[] {
  const key = keyOf(deal)
  return columns.map((each) => {
    const before = each.deals.find(({ id }) => id === deal.id)
    if (!before && each.key !== key) return each
    const left = before ? without(each, before) : each
    if (each.key !== key) return left
    const place = before ? each.deals.indexOf(before) : 0
    return {
      ...left,
      deals: left.deals.toSpliced(place, 0, deal),
      count: left.count + 1,
      amounts: added(left.amounts, deal.currency, deal.amount),
    }
  })
}

/** The board with what a deal is now, unless a later version of it is known. */
export function withNewer(columns: readonly Column[], deal: DealRow): Column[] {
  const known = columns.flatMap(({ deals }) => deals).find(({ id }) => id === deal.id)
  return known && known.version > deal.version ? [...columns] : withDeal(columns, deal)
}

/** The board without a deal. */
export function withoutDeal(columns: readonly Column[], id: string): Column[] {
  return columns.map((each) => {
    const deal = each.deals.find((one) => one.id === id)
    return deal ? without(each, deal) : each
  })
}

/** The board with totals that were counted anew, and the deals that were read; null where it lacks a column of them. */
export function withTotals(columns: readonly Column[], counted: readonly Column[]): Column[] | null {
  const known = new Map(columns.map((each) => [each.key, each]))
  if (!counted.every(({ key }) => known.has(key))) return null
  return counted.map(({ key, count, amounts, ...others }) => ({ ...others, ...known.get(key), key, count, amounts }))
}

function without(column: Column, deal: DealRow): Column {
  return {
    ...column,
    deals: column.deals.filter(({ id }) => id !== deal.id),
    count: column.count - 1,
    amounts: added(column.amounts, deal.currency, -deal.amount),
  }
}

function column(status: DealStatus, stage: string | null, totals: readonly Totals[]): Column {
  return {
    key: keyOf({ status, stage }),
    status,
    stage,
    label: status === 'OPEN' ? (stage ?? words.stage.none) : words.status[status],
    count: totals.reduce((sum, { count }) => sum + count, 0),
    amounts: together(totals.map((each) => each.amountByCurrency)),
    deals: [],
    end: null,
    hasMore: true,
    loading: true,
  }
}
