import { type ComponentProps, type ReactNode, useCallback, useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../../crm/Viewer'
import { grouped } from '../../lib/grouped'
import { tasks as words } from '../../strings/tasks'
import { GroupedRows } from '../../ui/GroupedRows'
import { type DueGroup, dueGroup } from './due'
import { TaskItem } from './TaskItem'
import type { TaskRow } from './taskRow'
import type { TaskActs } from './useTaskActs'

const ROW_HEIGHT = 39

/** Tasks by when they are due, as the server gave them: the most urgent first. */
export function TaskList(props: {
  tasks: TaskRow[]
  /** Whether done tasks are listed, which no date divides any more. */
  done?: boolean
  stale?: boolean
  hasMore?: boolean
  acts: TaskActs
  onOpen: (id: string) => void
  /** What stands at the end where more tasks are there than were read. */
  after?: ReactNode
  /** What was asked for; the place in the list is remembered under it. */
  asked: string
}) {
  const { tasks, acts, onOpen, done = false } = props
  const navigate = useNavigate()
  const mayWrite = useMay('WRITE')
  const groups = useMemo(() => {
    const now = new Date()
    return grouped(tasks, (task): DueGroup | 'done' => (done ? 'done' : dueGroup(task.dueAt, now)))
  }, [tasks, done])
  const at = (act: (task: TaskRow) => unknown) => (index: number) => {
    const task = tasks[index]
    if (task) act(task)
  }
  // The same as long as it draws the same, so that rows which are there stay as they are when more are read.
  const row = useCallback(
    (task: TaskRow, rowProps: ComponentProps<'li'>) => (
      <TaskItem
        task={task}
        mayWrite={mayWrite}
        onComplete={() => void acts.complete(task)}
        onOpen={() => onOpen(task.id)}
        rowProps={rowProps}
      />
    ),
    [mayWrite, acts, onOpen],
  )
  return (
    <GroupedRows
      label={words.title}
      groups={groups}
      idOf={idOf}
      nameOf={(group) => words.groups[group]}
      isUrgent={(group) => group === 'overdue'}
      rowHeight={ROW_HEIGHT}
      hasMore={props.hasMore ?? false}
      stale={props.stale ?? false}
      after={props.after}
      placeKey={`tasks ${props.asked}`}
      row={row}
      acts={[
        ...(mayWrite ? [{ key: 'x', does: words.keys.complete, act: at((task) => void acts.complete(task)) }] : []),
        { key: 'e', does: mayWrite ? words.keys.edit : words.keys.look, act: at((task) => onOpen(task.id)) },
        {
          key: 'Enter',
          does: words.keys.open,
          act: at((task) => (task.contact ? navigate(`/contacts/${task.contact.id}`) : onOpen(task.id))),
        },
        ...(mayWrite ? [{ key: 'Delete', does: words.keys.remove, act: at((task) => void acts.remove(task)) }] : []),
      ]}
    />
  )
}

function idOf(task: TaskRow): string {
  return task.id
}
