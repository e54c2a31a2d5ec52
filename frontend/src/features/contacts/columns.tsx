import styles from '../../crm/list/cells.module.css'
import { column, dealValueColumn, ownerColumn, recordColumns, tagsColumn } from '../../crm/list/columns'
import { engagementColumns } from '../../crm/list/engagementColumns'
import { RecordLink } from '../../crm/list/RecordLink'
import type { ListColumn } from '../../crm/list/row'
import type { ContactFields } from '../../gql/graphql'
import { shown } from '../../lib/values'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { lists } from '../../strings/lists'
import type { ContactRow } from './contactRow'

type ContactColumn = ListColumn<ContactRow, keyof ContactFields & keyof ContactRow>

const { columns: words } = contacts
const { person } = contacts.groups
const { sales } = lists.groups

/** Every column but those of custom fields, in their usual order. */
export const COLUMNS: ContactColumn[] = [
  {
    ...column<ContactRow>('name', words.name, 210, person, (row) => row.name),
    sort: 'LAST_NAME',
    cell: (row) => (
      <RecordLink to={`/contacts/${row.id}`} className={styles.name}>
        {row.name ?? crm.unnamed}
      </RecordLink>
    ),
  },
  text('title', 190, person),
  {
    ...column<ContactRow>('company', words.company, 180, person, (row) => row.company?.name ?? row.companyName),
    sort: 'COMPANY_NAME',
    cell: (row) =>
      row.company ? (
        <RecordLink to={`/companies/${row.company.id}`} className={styles.link}>
          {row.company.name ?? row.companyName ?? crm.unnamed}
        </RecordLink>
      ) : (
        row.companyName
      ),
    editing: { kind: 'text', field: 'companyName' },
  },
  ...engagementColumns<ContactRow>(),
  ownerColumn<ContactRow>(),
  tagsColumn<ContactRow>(),
  text('email', 220, person),
  text('phone', 140, person),
  text('mobilePhone', 140, person),
  text('linkedinUrl', 200, person),
  text('lifecycleStage', 120, sales),
  {
    ...column<ContactRow>('leadScore', words.leadScore, 96, sales, (row) => row.leadScore),
    align: 'end',
    sort: 'LEAD_SCORE',
    editing: { kind: 'number', field: 'leadScore' },
  },
  dealValueColumn<ContactRow>(),
  text('city', 130, person),
  text('country', 120, person),
  text('industry', 150, person),
  ...recordColumns<ContactRow>(),
]

/** A field of the contact itself, edited as it is written. */
function text(
  id: keyof typeof words & keyof ContactRow & keyof ContactFields,
  width: number,
  group: string,
): ContactColumn {
  const value = (row: ContactRow) => shown(row[id])
  return { ...column<ContactRow>(id, words[id], width, group, value), editing: { kind: 'text', field: id } }
}
