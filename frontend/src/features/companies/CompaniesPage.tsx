import { useMemo } from 'react'
import { useClient } from 'urql'
import { RecordListPage } from '../../crm/list/RecordListPage'
import { useAskedList } from '../../crm/list/useAskedList'
import { useEdits } from '../../crm/list/useEdits'
import { useNews } from '../../crm/list/useNews'
import type { CompanyFilter, CompanyOrder } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { companies } from '../../strings/companies'
import { crm } from '../../strings/crm'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { useSaveCompany } from './changing'
import { COLUMNS, USUAL } from './columns'
import { COMPANIES, connectionIn, variablesOf } from './companiesQuery'
import { type CompanyNode, type CompanyRow, rowOf } from './companyRow'
import { everyCompany } from './everyCompany'
import { FILTER_FIELDS } from './filterFields'
import { useBulkActs } from './useBulkActs'
import { useCompanyFollowing } from './useCompanyFollowing'

const nameOf = (row: CompanyRow) => row.name ?? row.domain ?? crm.unnamed
const versionOf = (node: CompanyNode) => rowOf(node).version

/** The organizations that contacts work for. */
export function CompaniesPage() {
  const client = useClient()
  const asked = useAskedList<CompanyFilter, CompanyOrder>(FILTER_FIELDS)
  const { filter, orderBy } = asked
  const columns = useColumnsKept('companies', COLUMNS, USUAL, asked.state.columns)
  const list = usePages(COMPANIES, variablesOf(filter, orderBy), connectionIn)
  const rows = useMemo(() => list.nodes.map(rowOf), [list.nodes])
  return (
    <RecordListPage
      entity="COMPANY"
      path="/companies"
      words={companies}
      fields={FILTER_FIELDS}
      asked={asked}
      columns={columns}
      list={list}
      rows={rows}
      nameOf={nameOf}
      onEdit={useEdits(list, useSaveCompany(), nameOf)}
      news={useNews(list, useCompanyFollowing(filter), versionOf)}
      pages={() => everyCompany(client, { filter, orderBy })}
      acts={useBulkActs()}
    />
  )
}
