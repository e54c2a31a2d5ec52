import { useMemo } from 'react'
import { useClient } from 'urql'
import { useBulkActs } from '../../crm/bulk/useBulkActs'
import { needsCustom } from '../../crm/list/customColumn'
import { RecordListPage } from '../../crm/list/RecordListPage'
import { useAskedList } from '../../crm/list/useAskedList'
import { useCustomFields } from '../../crm/list/useCustomFields'
import { useEdits } from '../../crm/list/useEdits'
import { useNews } from '../../crm/list/useNews'
import { graphql } from '../../gql'
import type { CompaniesQuery, CompanyFilter, CompanyOrder } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { companies } from '../../strings/companies'
import { crm } from '../../strings/crm'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { BULK, settable } from './bulk'
import { useSaveCompany } from './changing'
import { COLUMNS, USUAL } from './columns'
import { type CompanyNode, type CompanyRow, rowOf } from './companyRow'
import { everyCompany } from './everyCompany'
import { FILTER_FIELDS } from './filterFields'
import { useCompanyFollowing } from './useCompanyFollowing'

const COMPANIES = graphql(`
  query Companies($first: Int!, $after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!], $custom: Boolean!) {
    companies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...CompanyRow_company }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 100
const KNOWN = { fields: FILTER_FIELDS, columns: COLUMNS }
const connectionIn = (data: CompaniesQuery) => data.companies
const nameOf = (row: CompanyRow) => row.name ?? row.domain ?? crm.unnamed
const versionOf = (node: CompanyNode) => rowOf(node).version

/** The organizations that contacts work for. */
export function CompaniesPage() {
  const client = useClient()
  const known = useCustomFields('COMPANY', KNOWN)
  const asked = useAskedList<CompanyFilter, CompanyOrder>(known.fields)
  const { filter, orderBy } = asked
  const columns = useColumnsKept('companies', known.columns, USUAL, asked.state.columns)
  const custom = needsCustom(columns.chosen)
  const list = usePages(COMPANIES, { first: PAGE, filter, orderBy, custom }, connectionIn)
  const rows = useMemo(() => list.nodes.map(rowOf), [list.nodes])
  return (
    <RecordListPage
      entity="COMPANY"
      path="/companies"
      words={companies}
      fields={known.fields}
      asked={asked}
      columns={columns}
      list={list}
      rows={rows}
      nameOf={nameOf}
      onEdit={useEdits(list, useSaveCompany(custom), nameOf)}
      news={useNews(list, useCompanyFollowing(filter, custom), versionOf)}
      pages={() => everyCompany(client, { filter, orderBy, custom })}
      acts={useBulkActs(BULK)}
      settable={settable(known.customFields)}
    />
  )
}
