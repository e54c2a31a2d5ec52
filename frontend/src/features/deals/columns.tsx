import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { day } from '../../lib/times'
import { money } from '../../lib/values'
import { crm } from '../../strings/crm'
import { deals as words } from '../../strings/deals'
import type { Column } from '../../ui/DataTable'
import { RelativeTime } from '../../ui/RelativeTime'
import styles from './columns.module.css'
import type { DealRow } from './dealRow'

/** A column of the table of deals: besides how it looks, its value in a CSV file. */
export type DealColumn = Column<DealRow> & { group: string; value: (deal: DealRow) => unknown }

const TONES = { OPEN: 'indigo', WON: 'green', LOST: 'gray' } as const

/** Every column of the table, in their usual order. */
export const COLUMNS: DealColumn[] = [
  {
    ...column('name', 280, (deal) => deal.name),
    cell: (deal) => (
      <Link to={`/deals/${deal.id}${here()}`} className={styles.name} tabIndex={-1}>
        {deal.name}
      </Link>
    ),
    sort: 'NAME',
  },
  {
    ...column('status', 84, (deal) => words.status[deal.status]),
    cell: (deal) => <Badge color={TONES[deal.status]}>{words.status[deal.status]}</Badge>,
    sort: 'STATUS',
  },
  { ...column('stage', 120, (deal) => deal.stage), sort: 'STAGE' },
  {
    ...column('amount', 110, (deal) => deal.amount),
    cell: (deal) => money(deal.amount, deal.currency),
    align: 'end',
    sort: 'AMOUNT',
  },
  {
    ...column('expectedClose', 120, (deal) => deal.expectedClose),
    cell: (deal) => deal.expectedClose && day(deal.expectedClose),
    sort: 'EXPECTED_CLOSE',
  },
  {
    ...column('contact', 150, (deal) => deal.contact?.name),
    cell: (deal) => record('contacts', deal.contact),
  },
  {
    ...column('company', 170, (deal) => deal.company?.name),
    cell: (deal) => record('companies', deal.company),
  },
  column('owner', 140, (deal) => deal.owner?.name ?? deal.ownerId),
  { ...moment('closed', (deal) => deal.closedAt), sort: 'CLOSED_AT' },
  { ...moment('updated', (deal) => deal.updatedAt), sort: 'UPDATED_AT' },
  column('currency', 90, (deal) => deal.currency),
  column('lostReason', 160, (deal) => deal.lostReason),
  { ...moment('created', (deal) => deal.createdAt), sort: 'CREATED_AT' },
]

/** The columns shown until somebody chooses others. */
export const USUAL = 'name status stage amount expectedClose contact company owner closed updated'.split(' ')

type Value = string | number | null | undefined

function column(id: keyof typeof words.columns, width: number, value: (deal: DealRow) => Value): DealColumn {
  return { id, header: words.columns[id], width, group: words.form.title, value, cell: value }
}

function moment(id: keyof typeof words.columns, of: (deal: DealRow) => string | null): DealColumn {
  const cell = (deal: DealRow) => {
    const at = of(deal)
    return at && <RelativeTime at={at} />
  }
  return { ...column(id, 120, of), cell }
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
