import { useMemo } from 'react'
import { useClient } from 'urql'
import { useBulkActs } from '../../crm/bulk/useBulkActs'
import { RecordListPage } from '../../crm/list/RecordListPage'
import { useAskedList } from '../../crm/list/useAskedList'
import { useCounted } from '../../crm/list/useCounted'
import { useCustomFields } from '../../crm/list/useCustomFields'
import { useEdits } from '../../crm/list/useEdits'
import { useNews } from '../../crm/list/useNews'
import type { CompanyFilter, CompanyOrder } from '../../gql/graphql'
import { rowsInSight } from '../../lib/rowsInSight'
import { usePages } from '../../lib/usePages'
import { companies } from '../../strings/companies'
import { crm } from '../../strings/crm'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { BULK, settable } from './bulk'
import { useSaveCompany } from './changing'
import { COLUMNS } from './columns'
import { COMPANIES, COMPANY_COUNT, COUNT_CONTEXT, connectionIn, countIn, variablesOf } from './companiesQuery'
import { type CompanyNode, type CompanyRow, rowOf } from './companyRow'
import { everyCompany } from './everyCompany'
import { FILTER_FIELDS } from './filterFields'
import { useCompanyFollowing } from './useCompanyFollowing'
import { USUAL } from './usual'

const KNOWN = { list: 'companies', fields: FILTER_FIELDS, columns: COLUMNS }
const nameOf = (row: CompanyRow) => row.name ?? row.domain ?? crm.unnamed
const versionOf = (node: CompanyNode) => rowOf(node).version

/** The organizations that contacts work for. */
export function CompaniesPage() {
  const client = useClient()
  const known = useCustomFields('COMPANY', KNOWN)
  const asked = useAskedList<CompanyFilter, CompanyOrder>(known.fields)
  const { filter, orderBy } = asked
  const columns = useColumnsKept('companies', known.columns, USUAL, asked.state.columns)
  const variables = variablesOf(filter, orderBy, columns.chosen)
  const { custom } = variables
  const pages = usePages(COMPANIES, variables, connectionIn, rowsInSight())
  const list = useCounted(pages, COMPANY_COUNT, filter, countIn, COUNT_CONTEXT)
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
      pages={(every) => everyCompany(every, client, { filter, orderBy, custom })}
      acts={useBulkActs(BULK)}
      settable={settable(known.customFields)}
    />
  )
}
