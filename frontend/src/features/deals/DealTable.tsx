import { Badge } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../gql'
import type { DealFilter, DealOrder, DealsQuery } from '../../gql/graphql'
import { day } from '../../lib/times'
import { usePages } from '../../lib/usePages'
import { money } from '../../lib/values'
import { crm } from '../../strings/crm'
import { deals as words } from '../../strings/deals'
import { type Column, DataTable, type Order } from '../../ui/DataTable'
import { ErrorNote } from '../../ui/ErrorNote'
import { RelativeTime } from '../../ui/RelativeTime'
import { useColumnsKept } from '../../ui/useColumnsKept'
import styles from './DealTable.module.css'
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
  order: Order | null
  changes: number
  empty: ReactNode
  onOrder: (order: Order) => void
  onOpen: (deal: DealRow) => void
}) {
  const orderBy = useMemo(() => (props.order ? [props.order as DealOrder] : null), [props.order])
  const list = usePages(DEALS, { first: PAGE, filter: props.filter, orderBy }, connectionIn)
  const rows = useMemo(() => list.nodes.map(dealOf), [list.nodes])
  const columns = useColumnsKept('deals', COLUMNS, ALL, null)
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

const TONES = { OPEN: 'indigo', WON: 'green', LOST: 'gray' } as const
const COLUMNS: Column<DealRow>[] = [
  {
    ...column('name', 280, (deal) => (
      <Link to={`/deals/${deal.id}${here()}`} className={styles.name} tabIndex={-1}>
        {deal.name}
      </Link>
    )),
    sort: 'NAME',
  },
  {
    ...column('status', 84, (deal) => <Badge color={TONES[deal.status]}>{words.status[deal.status]}</Badge>),
    sort: 'STATUS',
  },
  { ...column('stage', 120, (deal) => deal.stage), sort: 'STAGE' },
  { ...column('amount', 110, (deal) => money(deal.amount, deal.currency)), align: 'end', sort: 'AMOUNT' },
  { ...column('expectedClose', 120, (deal) => deal.expectedClose && day(deal.expectedClose)), sort: 'EXPECTED_CLOSE' },
  column('contact', 150, (deal) => record('contacts', deal.contact)),
  column('company', 170, (deal) => record('companies', deal.company)),
  column('owner', 140, (deal) => deal.owner?.name ?? deal.ownerId),
  { ...column('closed', 120, (deal) => deal.closedAt && <RelativeTime at={deal.closedAt} />), sort: 'CLOSED_AT' },
  { ...column('updated', 120, (deal) => <RelativeTime at={deal.updatedAt} />), sort: 'UPDATED_AT' },
]
const ALL = COLUMNS.map(({ id }) => id)

function column(id: keyof typeof words.columns, width: number, cell: (deal: DealRow) => ReactNode): Column<DealRow> {
  return { id, header: words.columns[id], width, cell }
}

function record(folder: string, found: { id: string; name: string | null } | null): ReactNode {
  if (found === null) return null
  return (
    <Link to={`/${folder}/${found.id}`} className={styles.link} tabIndex={-1}>
      {found.name ?? crm.unnamed}
    </Link>
  )
}

/** The list stays what it is while one of its deals is looked at. */
function here(): string {
  return window.location.search
}
