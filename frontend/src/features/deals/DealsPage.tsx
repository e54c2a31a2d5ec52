import { Button, NativeSelect, SegmentedControl, Skeleton } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { columnsIn, columnsText, orderIn, orderText } from '../../crm/listParams'
import { OwnerFilter, useOwned } from '../../crm/OwnerFilter'
import { ownershipIn } from '../../crm/ownership'
import { useMay } from '../../crm/Viewer'
import { AddressViews } from '../../crm/views/AddressViews'
import type { DealFilter, DealStatus } from '../../gql/graphql'
import { oneOf, withParams } from '../../lib/params'
import { deals as words } from '../../strings/deals'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { Search } from '../../ui/Search'
import { useShortcuts } from '../../ui/Shortcuts'
import { useColumnsKept } from '../../ui/useColumnsKept'
import { shownAmounts, together } from './amounts'
import type { Column } from './board'
import { COLUMNS, USUAL } from './columns'
import { DealBoard } from './DealBoard'
import styles from './DealBoard.module.css'
import { DealDrawer } from './DealDrawer'
import { DealTable } from './DealTable'
import { DealTableTools } from './DealTableTools'
import type { DealRow } from './dealRow'
import { LostDialog } from './LostDialog'
import { StageTotals } from './StageTotals'
import { useBoard } from './useBoard'
import { useDealActs } from './useDealActs'

const VIEWS = ['board', 'table'] as const
/** What of the address makes the list, and is kept in a view. */
const ASKED = ['view', 'owner', 'text', 'status', 'stage', 'sort', 'columns']
const STATUSES = ['OPEN', 'WON', 'LOST', 'all'] as const

/** What may be sold: a board by stage, or a table; a deal is opened beside them. */
export function DealsPage() {
  const { id = null } = useParams()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const mayWrite = useMay('WRITE')
  const view = oneOf(params.get('view'), VIEWS)
  const ownership = ownershipIn(params.get('owner'), 'all')
  const text = params.get('text') ?? ''
  const owned = useOwned(ownership)
  const ownerId = JSON.stringify(owned)
  const filter = useMemo<DealFilter>(() => ({ ...JSON.parse(ownerId), ...(text && { text }) }), [ownerId, text])
  const board = useBoard(filter)
  const { reload } = board
  const [changes, setChanges] = useState(0)
  const onChanged = useCallback(() => {
    setChanges((before) => before + 1)
    void reload()
  }, [reload])
  const acts = useDealActs(onChanged)
  const [losing, setLosing] = useState<{ deal: DealRow; to: Column } | null>(null)

  const set = (values: Record<string, string | null>, replace = false) =>
    setParams((before) => withParams(before, values), { replace })
  const open = (deal: string) => navigate({ pathname: `/deals/${deal}`, search: params.toString() })
  const close = () => {
    const rest = withParams(params, { company: null, contact: null, named: null })
    navigate({ pathname: '/deals', search: rest.toString() })
    onChanged()
  }
  useShortcuts(mayWrite ? [{ keys: 'n', does: words.keys.new, group: words.title, act: () => open('new') }] : [])

  const columns = board.columns
  const openOnes = columns?.filter(({ status }) => status === 'OPEN') ?? []
  const worth = shownAmounts(together(openOnes.map(({ amounts }) => amounts)))
  const none = columns?.every(({ count }) => count === 0) ?? false
  const status = oneOf(params.get('status'), STATUSES)
  const stage = params.get('stage')
  const tableFilter = useMemo<DealFilter>(
    () => ({
      ...filter,
      ...(status === 'all' ? {} : { status: { eq: status as DealStatus } }),
      ...(stage ? { stage: { eq: stage } } : {}),
    }),
    [filter, status, stage],
  )
  const asked = useMemo(() => ({ order: orderIn(params), columns: columnsIn(params) }), [params])
  const table = useColumnsKept('deals', COLUMNS, USUAL, asked.columns)
  const isNarrowed = text !== '' || ownership !== 'all' || (view === 'table' && (stage !== null || status !== 'OPEN'))
  const empty = isNarrowed ? (
    <EmptyState
      title={words.noneFound.title}
      hint={words.noneFound.hint}
      action={
        <Button variant="default" onClick={() => set({ text: null, owner: null, stage: null, status: null })}>
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
          <AddressViews entity="DEAL" names={ASKED} filter={view === 'table' ? tableFilter : filter} />
          {view === 'table' && (
            <DealTableTools
              columns={table}
              filter={tableFilter}
              order={asked.order}
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
                data={[
                  { value: '', label: words.stage.all },
                  ...openOnes.flatMap((each) => (each.stage === null ? [] : [each.stage])),
                ]}
              />
            </>
          )}
        </>
      }
    >
      {board.error !== null && <ErrorNote error={board.error} onRetry={() => void reload()} />}
      {view === 'table' ? (
        <>
          <StageTotals filter={tableFilter} />
          <DealTable
            filter={tableFilter}
            columns={table}
            order={asked.order}
            changes={changes}
            empty={empty}
            onOrder={(order) => set({ sort: orderText(order) })}
            onOpen={(deal) => open(deal.id)}
          />
        </>
      ) : none && board.error === null ? (
        empty
      ) : columns === null ? (
        board.error === null && <Waiting />
      ) : (
        <DealBoard
          columns={columns}
          onOpen={(deal) => open(deal.id)}
          onMove={(deal, to) =>
            to.status === 'LOST' && deal.status !== 'LOST' ? setLosing({ deal, to }) : void board.move(acts, deal, to)
          }
          onRemove={(deal) => void acts.remove(deal)}
          onMore={board.more}
        />
      )}
      <DealDrawer
        id={id}
        stages={openOnes.flatMap((each) => (each.stage === null ? [] : [each.stage]))}
        beginning={{
          stage: openOnes[0]?.stage ?? null,
          company: chosenIn(params, 'company'),
          contact: chosenIn(params, 'contact'),
        }}
        acts={acts}
        onClose={close}
      />
      {losing && (
        <LostDialog
          name={losing.deal.name}
          onLost={(reason) => void board.move(acts, losing.deal, losing.to, reason)}
          onClose={() => setLosing(null)}
        />
      )}
    </Page>
  )
}

function Waiting() {
  return (
    <div className={styles.board} aria-busy="true">
      {[3, 2, 4, 1, 2].map((cards, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
        <div key={place} className={styles.column}>
          <Skeleton height={16} width="55%" radius="sm" />
          {Array.from({ length: cards }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards never move
            <Skeleton key={card} height={84} radius="md" />
          ))}
        </div>
      ))}
    </div>
  )
}

/** A record that the address names for a new deal. */
function chosenIn(params: URLSearchParams, kind: 'company' | 'contact') {
  const id = params.get(kind)
  return id === null ? null : { id, name: params.get('named') ?? id }
}
