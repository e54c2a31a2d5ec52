import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from '../../crm/list/cells.module.css'
import { column, moments, ownerColumn } from '../../crm/list/columns'
import type { ListColumn } from '../../crm/list/row'
import type { DealFields } from '../../gql/graphql'
import { day } from '../../lib/times'
import { money } from '../../lib/values'
import { crm } from '../../strings/crm'
import { deals as words } from '../../strings/deals'
import type { DealRow } from './dealRow'

export type DealColumn = ListColumn<DealRow, keyof DealFields & keyof DealRow>

const TONES = { OPEN: 'indigo', WON: 'green', LOST: 'gray' } as const

/** Every column of the table, in their usual order. */
export const COLUMNS: DealColumn[] = [
  {
    ...of('name', 280, (deal) => deal.name),
    cell: (deal) => (
      <Link to={`/deals/${deal.id}${here()}`} className={styles.name} tabIndex={-1}>
        {deal.name}
      </Link>
    ),
    sort: 'NAME',
    editing: { kind: 'text', field: 'name' },
  },
  {
    ...of('status', 84, (deal) => words.status[deal.status]),
    cell: (deal) => <Badge color={TONES[deal.status]}>{words.status[deal.status]}</Badge>,
    sort: 'STATUS',
  },
  { ...of('stage', 140, (deal) => deal.stage), sort: 'STAGE', editing: { kind: 'dealStage' } },
  {
    ...of('amount', 110, (deal) => deal.amount),
    cell: (deal) => money(deal.amount, deal.currency),
    align: 'end',
    sort: 'AMOUNT',
    editing: { kind: 'amount', field: 'amount' },
  },
  {
    ...of('expectedClose', 140, (deal) => deal.expectedClose),
    cell: (deal) => deal.expectedClose && day(deal.expectedClose),
    sort: 'EXPECTED_CLOSE',
    editing: { kind: 'date', field: 'expectedClose' },
  },
  {
    ...of('contact', 150, (deal) => deal.contact?.name),
    cell: (deal) => record('contacts', deal.contact),
  },
  {
    ...of('company', 170, (deal) => deal.company?.name),
    cell: (deal) => record('companies', deal.company),
  },
  ownerColumn<DealRow>(words.form.title),
  { ...moment('closed', (deal) => deal.closedAt), sort: 'CLOSED_AT' },
  { ...moment('updated', (deal) => deal.updatedAt), sort: 'UPDATED_AT' },
  of('currency', 90, (deal) => deal.currency),
  of('lostReason', 160, (deal) => deal.lostReason),
  { ...moment('created', (deal) => deal.createdAt), sort: 'CREATED_AT' },
]

/** The columns shown until somebody chooses others. */
export const USUAL = 'name status stage amount expectedClose contact company owner closed updated'.split(' ')

/** The columns of a file: in one, an amount says nothing without its currency. */
export function withCurrency(shown: DealColumn[]): DealColumn[] {
  const currency = COLUMNS.find(({ id }) => id === 'currency')
  if (!currency || shown.includes(currency)) return shown
  return shown.flatMap((each) => (each.id === 'amount' ? [each, currency] : [each]))
}

type Value = string | number | null | undefined

function of(id: keyof typeof words.columns, width: number, value: (deal: DealRow) => Value) {
  return column<DealRow>(id, words.columns[id], width, words.form.title, value)
}

function moment(id: keyof typeof words.columns, at: (deal: DealRow) => string | null) {
  return moments<DealRow>(id, words.columns[id], words.form.title, at)
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
