import { Link } from 'react-router'
import styles from '../../crm/list/cells.module.css'
import type { ListColumn } from '../../crm/list/row'
import { StageTrack } from '../../crm/StageTrack'
import { TagList } from '../../crm/TagList'
import type { CompanyFields } from '../../gql/graphql'
import { companies } from '../../strings/companies'
import { crm } from '../../strings/crm'
import { RelativeTime } from '../../ui/RelativeTime'
import type { CompanyRow } from './companyRow'

const { columns: words, groups } = companies

type CompanyColumn = ListColumn<CompanyRow, Field>
type Field = keyof CompanyFields & keyof CompanyRow

/** Every column of the list, in their usual order. */
export const COLUMNS: CompanyColumn[] = [
  {
    ...column('name', 230, groups.company, (row) => row.name),
    cell: (row) => (
      <Link to={`/companies/${row.id}`} className={styles.name} tabIndex={-1}>
        {row.name ?? row.domain ?? crm.unnamed}
      </Link>
    ),
    sort: 'NAME',
    editing: { kind: 'text', field: 'name' },
  },
  { ...text('domain', 200), sort: 'DOMAIN' },
  { ...text('industry', 180), sort: 'INDUSTRY' },
  {
    ...number('employees', 84, groups.company, (row) => row.numberOfEmployees),
    sort: 'NUMBER_OF_EMPLOYEES',
    editing: { kind: 'whole', field: 'numberOfEmployees' },
  },
  { ...text('location', 150), sort: 'LOCATION' },
  { ...stage('stage', (row) => row.engagement?.stage), sort: 'ENGAGEMENT_STAGE' },
  { ...stage('furthestStage', (row) => row.engagement?.furthestStage), sort: 'FURTHEST_STAGE' },
  number('replies', 84, groups.engagement, (row) => row.engagement?.replies),
  { ...moment('lastEngaged', groups.engagement, (row) => row.engagement?.lastEngagedAt), sort: 'LAST_ENGAGED_AT' },
  { ...column('owner', 150, groups.sales, (row) => row.owner?.name ?? row.ownerId), editing: { kind: 'owner' } },
  {
    ...column('tags', 180, groups.sales, (row) => row.tags.join(', ')),
    cell: (row) => <TagList tags={row.tags} />,
    editing: { kind: 'tags' },
  },
  number('dealValue', 110, groups.sales, (row) => row.dealValue),
  text('website', 200),
  text('linkedinUrl', 200),
  { ...text('companyType', 130), sort: 'COMPANY_TYPE' },
  text('revenue', 120),
  {
    ...column('foundedYear', 84, groups.company, (row) => row.foundedYear),
    align: 'end',
    sort: 'FOUNDED_YEAR',
    editing: { kind: 'whole', field: 'foundedYear' },
  },
  { ...moment('lastActivity', groups.record, (row) => row.lastActivityAt), sort: 'LAST_ACTIVITY_AT' },
  { ...moment('created', groups.record, (row) => row.createdAt), sort: 'CREATED_AT' },
  { ...moment('updated', groups.record, (row) => row.updatedAt), sort: 'UPDATED_AT' },
]

/** The columns shown until somebody chooses others. */
export const USUAL = 'name domain industry employees location owner dealValue lastActivity stage tags'.split(' ')

type Id = keyof typeof words
type Text = string | null | undefined

function column(
  id: Id,
  width: number,
  group: string,
  value: (row: CompanyRow) => string | number | null | undefined,
): CompanyColumn {
  return { id, header: words[id], width, group, value, cell: value }
}

/** A field of the company itself, edited as it is written. */
function text(id: Id & Field, width: number): CompanyColumn {
  const value = (row: CompanyRow) => row[id] as Text
  return { ...column(id, width, groups.company, value), editing: { kind: 'text', field: id } }
}

function number(
  id: Id,
  width: number,
  group: string,
  value: (row: CompanyRow) => number | null | undefined,
): CompanyColumn {
  return { ...column(id, width, group, value), align: 'end', cell: (row) => value(row)?.toLocaleString() }
}

function stage(id: Id, of: (row: CompanyRow) => keyof typeof crm.stage | null | undefined): CompanyColumn {
  const value = (row: CompanyRow) => {
    const reached = of(row)
    return reached && crm.stage[reached]
  }
  const cell = (row: CompanyRow) => {
    const reached = of(row)
    return reached && <StageTrack small stage={reached} />
  }
  return { ...column(id, 140, groups.engagement, value), cell }
}

function moment(id: Id, group: string, of: (row: CompanyRow) => Text): CompanyColumn {
  const cell = (row: CompanyRow) => {
    const at = of(row)
    return at ? <RelativeTime at={at} /> : null
  }
  return { ...column(id, 130, group, of), cell }
}
