import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { graphql } from '../../gql'
import type { DealFilter, DealOrder, DealsQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { deals as words } from '../../strings/deals'
import { DataTable, type Order } from '../../ui/DataTable'
import { ErrorNote } from '../../ui/ErrorNote'
import type { useColumnsKept } from '../../ui/useColumnsKept'
import type { DealColumn } from './columns'
import { type DealRow, dealOf } from './dealRow'

const DEALS = graphql(`
  query Deals($first: Int!, $after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {
    deals(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...DealRow_deal }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 100
const connectionIn = (data: DealsQuery) => data.deals

/** Deals as a table. `changes` is any number that differs when deals may have changed. */
export function DealTable(props: {
  filter: DealFilter
  columns: ReturnType<typeof useColumnsKept<DealColumn>>
  order: Order | null
  changes: number
  empty: ReactNode
  onOrder: (order: Order) => void
  onOpen: (deal: DealRow) => void
}) {
  const orderBy = useMemo(() => (props.order ? [props.order as DealOrder] : null), [props.order])
  const list = usePages(DEALS, { first: PAGE, filter: props.filter, orderBy }, connectionIn)
  const rows = useMemo(() => list.nodes.map(dealOf), [list.nodes])
  const { columns } = props
  const { reload } = list
  const seen = useRef(props.changes)
  useEffect(() => {
    if (seen.current === props.changes) return
    seen.current = props.changes
    void reload()
  }, [props.changes, reload])
  return (
    <>
      {list.error !== null && rows.length > 0 && <ErrorNote error={list.error} onRetry={list.reload} />}
      <DataTable
        label={words.title}
        columns={columns.shown}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name}
        total={list.total}
        hasMore={list.hasMore}
        loading={list.loading}
        stale={list.stale}
        onMore={list.more}
        onOpen={props.onOpen}
        order={props.order}
        onOrder={props.onOrder}
        widths={columns.widths}
        onWidths={columns.setWidths}
        placeKey="deals"
        empty={list.error ? <ErrorNote error={list.error} onRetry={list.reload} /> : props.empty}
      />
    </>
  )
}
