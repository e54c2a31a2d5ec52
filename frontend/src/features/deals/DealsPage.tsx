import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useClient, useQuery } from 'urql'
import { FilterBar } from '../../crm/filters/FilterBar'
import { ListTools } from '../../crm/list/ListTools'
import { columnsIn, columnsText, orderIn, orderText } from '../../crm/listParams'
import { withConditions } from '../../crm/listState'
import { OwnerFilter } from '../../crm/OwnerFilter'
import { useMay } from '../../crm/Viewer'
import { AddressViews } from '../../crm/views/AddressViews'
import type { DealOrder } from '../../gql/graphql'
import { withParams } from '../../lib/params'
import { deals as words } from '../../strings/deals'
import { EmptyState } from '../../ui/EmptyState'
import { Page } from '../../ui/Page'
import { Search } from '../../ui/Search'
import { useShortcuts } from '../../ui/Shortcuts'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { shownAmounts, together } from './amounts'
import { BoardView } from './BoardView'
import { columnsOf } from './board'
import { COLUMNS, USUAL, withCurrency } from './columns'
import { DealDrawer } from './DealDrawer'
import { DealTable } from './DealTable'
import { everyDeal } from './everyDeal'
import { FILTER_FIELDS } from './filterFields'
import { TOTALS } from './totals'
import { ASKED, STATUSES, useAskedDeals, VIEWS, withNothingAsked } from './useAskedDeals'
import { useDealActs } from './useDealActs'
import { useTotalsAnew } from './useTotalsAnew'

/** What may be sold: a board by stage, or a table; a deal is opened beside them. */
export function DealsPage() {
  const { id = null } = useParams()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const client = useClient()
  const mayWrite = useMay('WRITE')
  const asked = useAskedDeals(params)
  const { view, ownership, text, status, stage, conditions, filter, allFilter } = asked
  const [changes, setChanges] = useState(0)
  const onChanged = useCallback(() => setChanges((before) => before + 1), [])
  const acts = useDealActs(onChanged)

  const set = (values: Record<string, string | null>, replace = false) =>
    setParams((before) => withParams(before, values), { replace })
  const open = (deal: string) => navigate({ pathname: `/deals/${deal}`, search: params.toString() })
  const close = () => {
    const rest = withParams(params, { company: null, contact: null, named: null })
    navigate({ pathname: '/deals', search: rest.toString() })
    onChanged()
  }
  useShortcuts(mayWrite ? [{ keys: 'n', does: words.keys.new, group: words.title, act: () => open('new') }] : [])

  const [totals] = useQuery({ query: TOTALS, variables: { filter: allFilter } })
  const openOnes = columnsOf(totals.data?.dealStages ?? []).filter(({ status }) => status === 'OPEN')
  const worth = shownAmounts(together(openOnes.map(({ amounts }) => amounts)))
  const stages = openOnes.flatMap((each) => each.stage ?? [])
  const onTold = useTotalsAnew(filter === allFilter ? [filter] : [filter, allFilter])
  const shown = useMemo(() => ({ order: orderIn(params), columns: columnsIn(params) }), [params])
  const { order } = shown
  const columns = useColumnsKept('deals', COLUMNS, USUAL, shown.columns)
  const empty = asked.isNarrowed ? (
    <EmptyState
      title={words.noneFound.title}
      hint={words.noneFound.hint}
      action={
        <Button variant="default" onClick={() => setParams(withNothingAsked)}>
          {words.noneFound.clear}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={words.empty.title}
      hint={words.empty.hint}
      action={mayWrite && <Button onClick={() => open('new')}>{words.new}</Button>}
    />
  )
  return (
    <Page
      title={words.title}
      count={worth && words.open(worth)}
      fill
      actions={
        <>
          <SegmentedControl
            aria-label={words.view.label}
            value={view}
            onChange={(value) => set({ view: value === 'board' ? null : value })}
            data={VIEWS.map((value) => ({ value, label: words.view[value] }))}
          />
          <AddressViews entity="DEAL" names={ASKED} filter={filter} />
          {view === 'table' && (
            <ListTools
              columns={columns}
              exported={withCurrency(columns.shown)}
              pages={(every) => everyDeal(every, client, { filter, orderBy: order && [order as DealOrder] })}
              file={words.file}
              some={words.some}
              onColumns={(ids) => set({ columns: ids && columnsText(ids) })}
            />
          )}
          {mayWrite && (
            <Button leftSection={<Plus size={15} />} onClick={() => open('new')}>
              {words.new}
            </Button>
          )}
        </>
      }
      bar={
        <>
          <Search label={words.search} value={text} onChange={(typed) => set({ text: typed }, true)} />
          <OwnerFilter
            label={words.owner}
            value={ownership}
            onChange={(value) => set({ owner: value === 'all' ? null : value })}
          />
          {view === 'table' && (
            <>
              <NativeSelect
                aria-label={words.status.label}
                value={status}
                onChange={(event) => set({ status: event.currentTarget.value })}
                data={STATUSES.map((value) => ({ value, label: words.status[value] }))}
              />
              <NativeSelect
                aria-label={words.stage.label}
                value={stage ?? ''}
                onChange={(event) => set({ stage: event.currentTarget.value })}
                data={[{ value: '', label: words.stage.all }, ...stages]}
              />
            </>
          )}
          <FilterBar
            fields={FILTER_FIELDS}
            asked={conditions}
            onChange={(asked) => setParams((before) => withConditions(before, asked))}
          />
        </>
      }
    >
      {view === 'table' ? (
        <DealTable
          filter={filter}
          columns={columns}
          order={order}
          stages={stages}
          changes={changes}
          empty={empty}
          onOrder={(next) => set({ sort: orderText(next) })}
          onOpen={(deal) => open(deal.id)}
          onTold={onTold}
        />
      ) : (
        <BoardView
          filter={filter}
          totals={totals.data}
          acts={acts}
          changes={changes}
          empty={empty}
          onOpen={(deal) => open(deal.id)}
          onTold={onTold}
        />
      )}
      <DealDrawer
        id={id}
        stages={stages}
        beginning={{
          stage: stages[0] ?? null,
          company: chosenIn(params, 'company'),
          contact: chosenIn(params, 'contact'),
        }}
        acts={acts}
        onClose={close}
      />
    </Page>
  )
}

/** A record that the address names for a new deal. */
function chosenIn(params: URLSearchParams, kind: 'company' | 'contact') {
  const id = params.get(kind)
  return id === null ? null : { id, name: params.get('named') ?? id }
}
