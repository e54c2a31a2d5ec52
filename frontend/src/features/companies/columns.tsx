import styles from '../../crm/list/cells.module.css'
import { column, dealValueColumn, numbers, ownerColumn, recordColumns, tagsColumn } from '../../crm/list/columns'
import { engagementColumns } from '../../crm/list/engagementColumns'
import { RecordLink } from '../../crm/list/RecordLink'
import type { ListColumn } from '../../crm/list/row'
import type { CompanyFields } from '../../gql/graphql'
import { shown } from '../../lib/values'
import { companies } from '../../strings/companies'
import { crm } from '../../strings/crm'
import type { CompanyRow } from './companyRow'

const { columns: words, group } = companies

type CompanyColumn = ListColumn<CompanyRow, Field>
type Field = keyof CompanyFields & keyof CompanyRow

/** Every column but those of custom fields, in their usual order. */
export const COLUMNS: CompanyColumn[] = [
  {
    ...column<CompanyRow>('name', words.name, 230, group, (row) => row.name),
    cell: (row) => (
      <RecordLink to={`/companies/${row.id}`} className={styles.name}>
        {row.name ?? row.domain ?? crm.unnamed}
      </RecordLink>
    ),
    sort: 'NAME',
    editing: { kind: 'text', field: 'name' },
  },
  { ...text('domain', 200), sort: 'DOMAIN' },
  { ...text('industry', 180), sort: 'INDUSTRY' },
  {
    ...numbers<CompanyRow>('employees', words.employees, 84, group, (row) => row.numberOfEmployees),
    sort: 'NUMBER_OF_EMPLOYEES',
    editing: { kind: 'whole', field: 'numberOfEmployees' },
  },
  { ...text('location', 150), sort: 'LOCATION' },
  ...engagementColumns<CompanyRow>(),
  ownerColumn<CompanyRow>(),
  tagsColumn<CompanyRow>(),
  dealValueColumn<CompanyRow>(),
  text('website', 200),
  text('linkedinUrl', 200),
  { ...text('companyType', 130), sort: 'COMPANY_TYPE' },
  text('revenue', 120),
  {
    ...column<CompanyRow>('foundedYear', words.foundedYear, 84, group, (row) => row.foundedYear),
    align: 'end',
    sort: 'FOUNDED_YEAR',
    editing: { kind: 'whole', field: 'foundedYear' },
  },
  ...recordColumns<CompanyRow>(),
]

/** A field of the company itself, edited as it is written. */
function text(id: keyof typeof words & Field, width: number): CompanyColumn {
  const value = (row: CompanyRow) => shown(row[id])
  return { ...column<CompanyRow>(id, words[id], width, group, value), editing: { kind: 'text', field: id } }
}
