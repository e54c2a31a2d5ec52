import { Button } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useClient } from 'urql'
import { BulkBar } from '../../crm/bulk/BulkBar'
import { ExportButton } from '../../crm/ExportButton'
import { filterOf, NOTHING_ASKED } from '../../crm/filters/condition'
import { FilterBar } from '../../crm/filters/FilterBar'
import { useListState } from '../../crm/useListState'
import { useMay } from '../../crm/Viewer'
import { SavedViews } from '../../crm/views/SavedViews'
import { graphql } from '../../gql'
import type { CompaniesQuery, CompanyFilter, CompanyOrder } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { companies as words } from '../../strings/companies'
import { crm } from '../../strings/crm'
import { ColumnChooser } from '../../ui/ColumnChooser'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { Search } from '../../ui/Search'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { COLUMNS, USUAL } from './columns'
import { rowOf } from './companyRow'
import { everyCompany } from './everyCompany'
import { FILTER_FIELDS } from './filterFields'
import { useBulkActs } from './useBulkActs'

const COMPANIES = graphql(`
  query Companies($first: Int!, $after: String, $filter: CompanyFilter, $orderBy: [CompanyOrder!]) {
    companies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...CompanyRow_company }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 100
const connectionIn = (data: CompaniesQuery) => data.companies

/** The organizations that contacts work for: found, filtered, put in order. */
export function CompaniesPage() {
  const navigate = useNavigate()
  const client = useClient()
  const mayWrite = useMay('WRITE')
  const acts = useBulkActs()
  const [state, change] = useListState(FILTER_FIELDS)
  const { text, conditions, groups, match, order } = state
  const filter = useMemo(() => {
    const asked = filterOf(FILTER_FIELDS, { conditions, groups, match }, new Date()) as CompanyFilter | null
    return text === '' ? asked : { ...asked, text }
  }, [conditions, groups, match, text])
  const orderBy = useMemo(() => (order ? [order as CompanyOrder] : null), [order])
  const list = usePages(COMPANIES, { first: PAGE, filter, orderBy }, connectionIn)
  const rows = useMemo(() => list.nodes.map(rowOf), [list.nodes])
  const columns = useColumnsKept('companies', COLUMNS, USUAL, state.columns)

  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState(false)
  const select = useCallback((ids: Set<string>) => {
    setSelected(ids)
    setWhole(false)
  }, [])
  const unselect = useCallback(() => select(new Set()), [select])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen of other rows is not meant any more
  useEffect(unselect, [filter, unselect])

  const clear = () => change({ ...NOTHING_ASKED, text: '', view: null })
  const empty = list.error ? (
    <ErrorNote error={list.error} onRetry={list.reload} />
  ) : filter !== null ? (
    <EmptyState
      title={words.noneFound.title}
      hint={words.noneFound.hint}
      action={
        <Button variant="default" onClick={clear}>
          {words.noneFound.clear}
        </Button>
      }
    />
  ) : (
    <EmptyState title={words.empty.title} hint={words.empty.hint} />
  )
  return (
    <Page
      title={words.title}
      count={list.total?.toLocaleString()}
      fill
      actions={
        <>
          <SavedViews entity="COMPANY" state={state} filter={filter} onOpen={change} />
          <ColumnChooser
            columns={COLUMNS}
            shown={columns.ids}
            onChange={(ids) => {
              columns.remember(ids)
              change({ columns: ids })
            }}
          />
          <ExportButton
            columns={columns.shown}
            pages={() => everyCompany(client, { filter, orderBy })}
            file={words.file}
            some={words.some}
          />
        </>
      }
      bar={
        <>
          <Search label={words.search} value={text} onChange={(typed) => change({ text: typed })} />
          <FilterBar fields={FILTER_FIELDS} asked={state} onChange={change} />
        </>
      }
    >
      {list.error !== null && rows.length > 0 && <ErrorNote error={list.error} onRetry={list.reload} />}
      <DataTable
        label={words.title}
        columns={columns.shown}
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name ?? row.domain ?? crm.unnamed}
        total={list.total}
        hasMore={list.hasMore}
        loading={list.loading}
        stale={list.stale}
        onMore={list.more}
        onOpen={(row) => navigate(`/companies/${row.id}`)}
        order={order}
        onOrder={(next) => change({ order: next })}
        {...(mayWrite ? { selected, onSelect: select } : {})}
        widths={columns.widths}
        onWidths={columns.setWidths}
        placeKey="companies"
        empty={empty}
      />
      {(selected.size > 0 || whole) && (
        <BulkBar
          selected={selected}
          whole={whole}
          total={list.total}
          loaded={rows.length}
          filter={filter}
          acts={acts}
          some={words.some}
          deleteTitle={words.deleteTitle}
          onWhole={setWhole}
          onClear={unselect}
          onDone={list.reload}
        />
      )}
    </Page>
  )
}
