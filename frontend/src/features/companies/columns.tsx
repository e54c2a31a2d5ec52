import type { ReactNode } from 'react'
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

export type CompanyColumn = Column<CompanyRow> & { group: string }

/** Every column of the list, in their usual order. */
export const COLUMNS: CompanyColumn[] = [
  {
    ...column('name', 230, groups.company, (row) => (
      <Link to={`/companies/${row.id}`} className={styles.name} tabIndex={-1}>
        {row.name ?? row.domain ?? crm.unnamed}
      </Link>
    )),
    sort: 'NAME',
  },
  { ...column('domain', 200, groups.company, (row) => row.domain), sort: 'DOMAIN' },
  { ...column('industry', 180, groups.company, (row) => row.industry), sort: 'INDUSTRY' },
  {
    ...column('employees', 84, groups.company, (row) => row.numberOfEmployees?.toLocaleString()),
    sort: 'NUMBER_OF_EMPLOYEES',
    align: 'end',
  },
  { ...column('location', 150, groups.company, (row) => row.location), sort: 'LOCATION' },
  {
    ...column('stage', 140, groups.engagement, ({ engagement }) => {
      return engagement?.stage && <StageTrack small stage={engagement.stage} />
    }),
    sort: 'ENGAGEMENT_STAGE',
  },
  {
    ...column('furthestStage', 140, groups.engagement, ({ engagement }) => {
      return engagement?.furthestStage && <StageTrack small stage={engagement.furthestStage} />
    }),
    sort: 'FURTHEST_STAGE',
  },
  { ...column('replies', 84, groups.engagement, ({ engagement }) => engagement?.replies), align: 'end' },
  {
    ...column('lastEngaged', 130, groups.engagement, ({ engagement }) => time(engagement?.lastEngagedAt)),
    sort: 'LAST_ENGAGED_AT',
  },
  column('owner', 150, groups.sales, (row) => row.owner?.name ?? row.ownerId),
  column('tags', 180, groups.sales, (row) => <TagList tags={row.tags} />),
  { ...column('dealValue', 110, groups.sales, (row) => row.dealValue?.toLocaleString()), align: 'end' },
  column('website', 200, groups.company, (row) => row.website),
  column('linkedinUrl', 200, groups.company, (row) => row.linkedinUrl),
  { ...column('companyType', 130, groups.company, (row) => row.companyType), sort: 'COMPANY_TYPE' },
  column('revenue', 120, groups.company, (row) => row.revenue),
  { ...column('foundedYear', 84, groups.company, (row) => row.foundedYear), align: 'end', sort: 'FOUNDED_YEAR' },
  {
    ...column('lastActivity', 130, groups.record, (row) => time(row.lastActivityAt)),
    sort: 'LAST_ACTIVITY_AT',
  },
  { ...column('created', 130, groups.record, (row) => time(row.createdAt)), sort: 'CREATED_AT' },
  { ...column('updated', 130, groups.record, (row) => time(row.updatedAt)), sort: 'UPDATED_AT' },
]

/** The columns shown until somebody chooses others. */
export const USUAL = 'name domain industry employees location owner dealValue lastActivity stage tags'.split(' ')

function column(
  id: keyof typeof words,
  width: number,
  group: string,
  cell: (row: CompanyRow) => ReactNode,
): CompanyColumn {
  return { id, header: words[id], width, group, cell }
}

function time(at: string | null | undefined): ReactNode {
  return at ? <RelativeTime at={at} /> : null
}
