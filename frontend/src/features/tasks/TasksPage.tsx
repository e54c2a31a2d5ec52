import { Button, SegmentedControl } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useClient } from 'urql'
import { ExportButton } from '../../crm/ExportButton'
import { OwnerFilter, useOwned } from '../../crm/OwnerFilter'
import { ownershipIn } from '../../crm/ownership'
import { useMay } from '../../crm/Viewer'
import { AddressViews } from '../../crm/views/AddressViews'
import { addressOf } from '../../crm/views/keptAddress'
import { graphql } from '../../gql'
import type { TaskFilter, TasksQuery } from '../../gql/graphql'
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
import { everyTask, TASK_COLUMNS } from './everyTask'
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

const PAGE = 100
/** What of the address makes the list, and is kept in a view. */
const ASKED = ['due', 'owner', 'text'] as const
// Open tasks come the most urgent first; of those that are done, the latest is what somebody looks for.
const LATEST = [{ field: 'COMPLETED_AT', direction: 'DESC' } as const]
const connectionIn = (data: TasksQuery) => data.tasks

/** What has to be done: by whom and by when. */
export function TasksPage() {
  const [params, setParams] = useSearchParams()
  const client = useClient()
  const mayWrite = useMay('WRITE')
  const due = oneOf(params.get('due'), DUE)
  const ownership = ownershipIn(params.get('owner'), 'mine')
  const text = params.get('text') ?? ''
  const owned = JSON.stringify(useOwned(ownership))
  // The days of the filter change at midnight, and not with every drawing.
  const today = startOfDay(new Date()).getTime()
  const filter = useMemo<TaskFilter>(
    () => ({ ...dueFilter(due, new Date(today)), ...(text && { text }), ...JSON.parse(owned) }),
    [due, today, text, owned],
  )
  const orderBy = due === 'done' ? LATEST : null
  const list = usePages(TASKS, { first: PAGE, filter, orderBy }, connectionIn)
  const acts = useTaskActs(list)
  const rows = useMemo(() => list.nodes.map(taskOf), [list.nodes])

  const set = (changes: Record<string, string | null>, replace = false) =>
    setParams((before) => withParams(before, changes), { replace })
  const open = useCallback((task: string | null) => setParams((before) => withParams(before, { task })), [setParams])
  useShortcuts(mayWrite ? [{ keys: 'n', does: words.keys.new, group: words.title, act: () => open('new') }] : [])

  const failure = list.error !== null && <ErrorNote error={list.error} onRetry={() => void list.reload()} />
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
        <>
          <AddressViews entity="TASK" names={ASKED} filter={filter} />
          <ExportButton
            columns={TASK_COLUMNS}
            pages={(every) => everyTask(every, client, { filter, orderBy })}
            file={words.file.name}
            some={words.some}
          />
          {mayWrite && (
            <Button leftSection={<Plus size={15} />} onClick={() => open('new')}>
              {words.new}
            </Button>
          )}
        </>
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
      {rows.length === 0 && failure}
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
          hasMore={list.hasMore}
          acts={acts}
          onOpen={open}
          asked={addressOf(params, ASKED)}
          after={failure || (list.hasMore && <LoadMore loading={list.loading} onMore={list.more} />)}
        />
      )}
      <TaskDrawer id={params.get('task')} acts={acts} onClose={() => open(null)} />
    </Page>
  )
}
