import { Button, SegmentedControl } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { OwnerFilter, useOwned } from '../../crm/OwnerFilter'
import { ownershipIn } from '../../crm/ownership'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { TasksQuery } from '../../gql/graphql'
import { startOfDay } from '../../lib/days'
import { oneOf, withParams } from '../../lib/params'
import { usePages } from '../../lib/usePages'
import { tasks as words } from '../../strings/tasks'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { LoadMore } from '../../ui/LoadMore'
import { Page } from '../../ui/Page'
import { Search } from '../../ui/Search'
import { useShortcuts } from '../../ui/Shortcuts'
import { SkeletonRows } from '../../ui/Skeletons'
import { DUE, type Due, dueFilter } from './due'
import { TaskDrawer } from './TaskDrawer'
import { TaskList } from './TaskList'
import styles from './TasksPage.module.css'
import { taskOf } from './taskRow'
import { useTaskActs } from './useTaskActs'

const TASKS = graphql(`
  query Tasks($first: Int!, $after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {
    tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id ...TaskRow_task }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 60
// Open tasks come the most urgent first; of those that are done, the latest is what somebody looks for.
const LATEST = [{ field: 'COMPLETED_AT', direction: 'DESC' } as const]
const connectionIn = (data: TasksQuery) => data.tasks

/** What has to be done: by whom and by when. */
export function TasksPage() {
  const [params, setParams] = useSearchParams()
  const mayWrite = useMay('WRITE')
  const due = oneOf(params.get('due'), DUE)
  const ownership = ownershipIn(params.get('owner'), 'mine')
  const text = params.get('text') ?? ''
  const owned = useOwned(ownership)
  // The days of the filter change at midnight, and not with every drawing.
  const today = startOfDay(new Date()).getTime()
  const filter = useMemo(() => ({ ...dueFilter(due, new Date(today)), text: text || null }), [due, today, text])
  const list = usePages(
    TASKS,
    { first: PAGE, filter: { ...filter, ...owned }, orderBy: due === 'done' ? LATEST : null },
    connectionIn,
  )
  const acts = useTaskActs(list)
  const rows = useMemo(() => list.nodes.map(taskOf), [list.nodes])

  const set = (changes: Record<string, string | null>, replace = false) =>
    setParams((before) => withParams(before, changes), { replace })
  const open = (task: string | null) => set({ task })
  useShortcuts(mayWrite ? [{ keys: 'n', does: words.keys.new, group: words.title, act: () => open('new') }] : [])

  const nothing = text
    ? words.empty.found
    : due !== 'open'
      ? words.empty[due]
      : words.empty[ownership === 'mine' ? 'mine' : 'all']
  return (
    <Page
      title={words.title}
      count={list.total?.toLocaleString()}
      actions={
        mayWrite && (
          <Button leftSection={<Plus size={15} />} onClick={() => open('new')}>
            {words.new}
          </Button>
        )
      }
      bar={
        <>
          <div className={styles.due}>
            <SegmentedControl
              aria-label={words.due.label}
              value={due}
              onChange={(value) => set({ due: value === 'open' ? null : value })}
              data={DUE.map((value: Due) => ({ value, label: words.due[value] }))}
            />
          </div>
          <OwnerFilter
            label={words.owner}
            value={ownership}
            onChange={(value) => set({ owner: value === 'mine' ? null : value })}
          />
          <Search label={words.search} value={text} onChange={(value) => set({ text: value }, true)} />
        </>
      }
    >
      {list.error !== null && <ErrorNote error={list.error} onRetry={() => void list.reload()} />}
      {rows.length === 0 && list.loading && <SkeletonRows rows={8} />}
      {rows.length === 0 && !list.loading && list.error === null && (
        <EmptyState
          {...nothing}
          action={
            text ? (
              <Button variant="default" onClick={() => set({ text: null })}>
                {words.empty.clear}
              </Button>
            ) : due !== 'open' ? (
              <Button variant="default" onClick={() => set({ due: null })}>
                {words.empty.showOpen}
              </Button>
            ) : ownership === 'mine' ? (
              <Button variant="default" onClick={() => set({ owner: 'all' })}>
                {words.empty.showAll}
              </Button>
            ) : undefined
          }
        />
      )}
      {rows.length > 0 && (
        <TaskList
          tasks={rows}
          done={due === 'done'}
          stale={list.stale}
          acts={acts}
          onOpen={open}
          after={list.hasMore && <LoadMore loading={list.loading} onMore={list.more} />}
        />
      )}
      <TaskDrawer id={params.get('task')} acts={acts} onClose={() => open(null)} />
    </Page>
  )
}
