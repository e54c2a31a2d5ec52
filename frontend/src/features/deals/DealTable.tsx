import { type ReactNode, useMemo } from 'react'
import { useBulkActs } from '../../crm/bulk/useBulkActs'
import { NewsButton } from '../../crm/list/NewsButton'
import { RecordTable } from '../../crm/list/RecordTable'
import { useEdits } from '../../crm/list/useEdits'
import { useNews } from '../../crm/list/useNews'
import { graphql } from '../../gql'
import type { DealFilter, DealOrder, DealsQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { deals as words } from '../../strings/deals'
import type { Order } from '../../ui/DataTable'
import type { useColumnsKept } from '../../ui/useColumnsKept'
import { BULK, settable } from './bulk'
import { useSaveDeal } from './changing'
import type { DealColumn } from './columns'
import { type DealNode, type DealRow, dealOf } from './dealRow'
import { StageTotals } from './StageTotals'
import { useChanges } from './useChanges'
import { useDealFollowing } from './useDealFollowing'

const DEALS = graphql(`
  query Deals(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: DealFilter
    $orderBy: [DealOrder!]
  ) {
    deals(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...DealRow_deal }
      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
    }
  }
`)

const PAGE = 100
const connectionIn = (data: DealsQuery) => data.deals
const nameOf = (deal: DealRow) => deal.name
const versionOf = (node: DealNode) => dealOf(node).version

/** Deals as a table, and what they are worth by stage. `changes` is any number that differs when deals may have changed. */
export function DealTable(props: {
  filter: DealFilter
  columns: ReturnType<typeof useColumnsKept<DealColumn>>
  order: Order | null
  stages: string[]
  changes: number
  empty: ReactNode
  onOrder: (order: Order) => void
  onOpen: (deal: DealRow) => void
  /** Called when a deal is told to have changed. */
  onTold: () => void
}) {
  const { filter, order } = props
  const orderBy = useMemo(() => (order ? [order as DealOrder] : null), [order])
  const list = usePages(DEALS, { first: PAGE, filter, orderBy }, connectionIn)
  const rows = useMemo(() => list.nodes.map(dealOf), [list.nodes])
  const news = useNews(list, useDealFollowing(filter, props.onTold), versionOf)
  useChanges(props.changes, news.reload)
  return (
    <>
      <StageTotals filter={filter}>
        <NewsButton news={news} />
      </StageTotals>
      <RecordTable
        placeKey="deals"
        words={words}
        columns={props.columns}
        list={list}
        rows={rows}
        nameOf={nameOf}
        onEdit={useEdits(list, useSaveDeal(), nameOf)}
        onOpen={props.onOpen}
        order={order}
        onOrder={props.onOrder}
        filter={filter}
        acts={useBulkActs(BULK)}
        settable={settable(props.stages)}
        onDone={news.reload}
        empty={props.empty}
      />
    </>
  )
}
