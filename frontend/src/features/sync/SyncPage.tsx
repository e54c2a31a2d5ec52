import { Button, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { actName } from '../../crm/actName'
import { graphql } from '../../gql'
import type { SyncRunsQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { sync } from '../../strings/sync'
import { type Column, DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { RelativeTime } from '../../ui/RelativeTime'
import { RunCounts } from './RunCounts'
import { RunStatusBadge } from './RunStatusBadge'
import { DOORS, ENGINY_ACTS, ENTITIES, PERIODS, runFilterIn, STATUSES } from './runFilter'
import { SyncFrame } from './SyncFrame'
import styles from './SyncPage.module.css'
import { useNewRuns } from './useNewRuns'

const RUNS = graphql(`
  query SyncRuns($first: Int!, $after: String, $filter: RunFilter) {
    syncRuns(first: $first, after: $after, filter: $filter) {
      totalCount
      nodes { id act door source actorLabel startedAt durationMs status message counts { outcome count } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

type Run = SyncRunsQuery['syncRuns']['nodes'][number]
const { columns: words, filters } = sync
const runsIn = (data: SyncRunsQuery) => data.syncRuns

const COLUMNS: Column<Run>[] = [
  {
    id: 'act',
    header: words.act,
    width: 190,
    cell: (run) => (
      <Link to={`/sync/${run.id}`} className={styles.act} tabIndex={-1}>
        {actName(run.act)}
      </Link>
    ),
  },
  { id: 'startedAt', header: words.startedAt, width: 140, cell: (run) => <RelativeTime at={run.startedAt} /> },
  { id: 'status', header: words.status, width: 90, cell: (run) => <RunStatusBadge status={run.status} /> },
  {
    id: 'counts',
    header: words.counts,
    width: 330,
    cell: (run) => (run.message ? <span title={run.message}>{run.message}</span> : <RunCounts counts={run.counts} />),
  },
  { id: 'actor', header: words.actor, width: 160, cell: (run) => run.actorLabel },
  { id: 'door', header: words.door, width: 130, cell: (run) => sync.door[run.door] },
  { id: 'duration', header: words.duration, width: 90, align: 'end', cell: (run) => sync.milliseconds(run.durationMs) },
]

/** What was called for and done, the latest first; new runs appear by themselves. */
export function SyncPage() {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => runFilterIn(params, new Date()), [params])
  const list = usePages(RUNS, { first: 50, filter }, runsIn)
  useNewRuns(filter, () => void list.reload())
  const set = (name: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (value === '') next.delete(name)
      else next.set(name, value)
      return next
    })
  const narrowed = params.size > 0
  return (
    <SyncFrame
      fill
      count={list.total?.toLocaleString()}
      bar={
        <>
          <NativeSelect
            aria-label={filters.act}
            value={params.get('act') ?? ''}
            onChange={(event) => set('act', event.currentTarget.value)}
            data={[
              { value: '', label: filters.acts.enginy },
              { value: 'all', label: filters.acts.all },
              ...ENGINY_ACTS.map((value) => ({ value, label: actName(value) })),
            ]}
          />
          <NativeSelect
            aria-label={filters.status}
            value={params.get('status') ?? ''}
            onChange={(event) => set('status', event.currentTarget.value)}
            data={[
              { value: '', label: filters.statuses.all },
              ...STATUSES.map((value) => ({ value, label: sync.status[value] })),
            ]}
          />
          <NativeSelect
            aria-label={filters.entity}
            value={params.get('entity') ?? ''}
            onChange={(event) => set('entity', event.currentTarget.value)}
            data={[
              { value: '', label: filters.entities.all },
              ...ENTITIES.map((value) => ({ value, label: filters.entities[value] })),
            ]}
          />
          <NativeSelect
            aria-label={filters.door}
            value={params.get('door') ?? ''}
            onChange={(event) => set('door', event.currentTarget.value)}
            data={[
              { value: '', label: filters.doors.all },
              ...DOORS.map((value) => ({ value, label: sync.door[value] })),
            ]}
          />
          <NativeSelect
            aria-label={filters.period}
            value={params.get('period') ?? ''}
            onChange={(event) => set('period', event.currentTarget.value)}
            data={[
              { value: '', label: filters.periods.all },
              ...PERIODS.map((value) => ({ value, label: filters.periods[value] })),
            ]}
          />
          {narrowed && (
            <Button variant="subtle" color="gray" onClick={() => setParams(new URLSearchParams())}>
              {filters.clear}
            </Button>
          )}
          <span className={styles.live}>{sync.live}</span>
        </>
      }
    >
      {list.error ? (
        <ErrorNote error={list.error} onRetry={() => void list.reload()} />
      ) : (
        <DataTable
          label={sync.tabs.runs}
          columns={COLUMNS}
          rows={list.nodes}
          idOf={(run) => run.id}
          nameOf={(run) => actName(run.act)}
          total={list.total}
          hasMore={list.hasMore}
          loading={list.loading}
          stale={list.stale}
          onMore={list.more}
          onOpen={(run) => navigate(`/sync/${run.id}`)}
          placeKey="runs"
          empty={
            narrowed ? (
              <EmptyState title={sync.empty.none} hint={sync.empty.noneHint} />
            ) : (
              <EmptyState
                title={sync.empty.title}
                hint={sync.empty.hint}
                action={
                  <Button component={Link} to="/settings/connection">
                    {sync.empty.connect}
                  </Button>
                }
              />
            )
          }
        />
      )}
    </SyncFrame>
  )
}
