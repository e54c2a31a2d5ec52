import { Link } from 'react-router'
import { StageTrack } from '../../crm/StageTrack'
import { TagList } from '../../crm/TagList'
import { companies } from '../../strings/companies'
import { crm } from '../../strings/crm'
import type { Column } from '../../ui/DataTable'
import { RelativeTime } from '../../ui/RelativeTime'
import styles from './columns.module.css'
import type { CompanyRow } from './companyRow'

const { columns: words, groups } = companies

/** A column of the list of companies: besides how it looks, its value in a CSV file. */
export type CompanyColumn = Column<CompanyRow> & { group: string; value: (row: CompanyRow) => unknown }

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
  },
  { ...column('domain', 200, groups.company, (row) => row.domain), sort: 'DOMAIN' },
  { ...column('industry', 180, groups.company, (row) => row.industry), sort: 'INDUSTRY' },
  { ...number('employees', 84, groups.company, (row) => row.numberOfEmployees), sort: 'NUMBER_OF_EMPLOYEES' },
  { ...column('location', 150, groups.company, (row) => row.location), sort: 'LOCATION' },
  { ...stage('stage', (row) => row.engagement?.stage), sort: 'ENGAGEMENT_STAGE' },
  { ...stage('furthestStage', (row) => row.engagement?.furthestStage), sort: 'FURTHEST_STAGE' },
  number('replies', 84, groups.engagement, (row) => row.engagement?.replies),
  { ...moment('lastEngaged', groups.engagement, (row) => row.engagement?.lastEngagedAt), sort: 'LAST_ENGAGED_AT' },
  column('owner', 150, groups.sales, (row) => row.owner?.name ?? row.ownerId),
  {
    ...column('tags', 180, groups.sales, (row) => row.tags.join(', ')),
    cell: (row) => <TagList tags={row.tags} />,
  },
  number('dealValue', 110, groups.sales, (row) => row.dealValue),
  column('website', 200, groups.company, (row) => row.website),
  column('linkedinUrl', 200, groups.company, (row) => row.linkedinUrl),
  { ...column('companyType', 130, groups.company, (row) => row.companyType), sort: 'COMPANY_TYPE' },
  column('revenue', 120, groups.company, (row) => row.revenue),
  { ...column('foundedYear', 84, groups.company, (row) => row.foundedYear), align: 'end', sort: 'FOUNDED_YEAR' },
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
