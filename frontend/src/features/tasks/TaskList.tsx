import { type ReactNode, useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../../crm/Viewer'
import { grouped } from '../../lib/grouped'
import { tasks as words } from '../../strings/tasks'
import { useRows } from '../../ui/useRows'
import { dueGroup } from './due'
import { TaskItem } from './TaskItem'
import styles from './TaskList.module.css'
import type { TaskRow } from './taskRow'
import type { TaskActs } from './useTaskActs'

/** Tasks by when they are due, as the server gave them: the most urgent first. */
export function TaskList(props: {
  tasks: TaskRow[]
  /** Whether done tasks are listed, which no date divides any more. */
  done?: boolean
  stale?: boolean
  acts: TaskActs
  onOpen: (id: string) => void
  /** What stands at the end where more tasks are there than were read. */
  after?: ReactNode
}) {
  const { tasks, acts, onOpen, done = false } = props
  const navigate = useNavigate()
  const mayWrite = useMay('WRITE')
  const groups = useMemo(() => {
    const now = new Date()
    return grouped(tasks, (task) => (done ? 'done' : dueGroup(task.dueAt, now)))
  }, [tasks, done])
  const at = (act: (task: TaskRow) => unknown) => (index: number) => {
    const task = tasks[index]
    if (task) act(task)
  }
  const { listProps, rowProps } = useRows(words.title, tasks.length, [
    ...(mayWrite ? [{ key: 'x', does: words.keys.complete, act: at((task) => void acts.complete(task)) }] : []),
    { key: 'e', does: mayWrite ? words.keys.edit : words.keys.look, act: at((task) => onOpen(task.id)) },
    {
      key: 'Enter',
      does: words.keys.open,
      act: at((task) => (task.contact ? navigate(`/contacts/${task.contact.id}`) : onOpen(task.id))),
    },
    ...(mayWrite ? [{ key: 'Delete', does: words.keys.remove, act: at((task) => void acts.remove(task)) }] : []),
  ])
  return (
    <div {...listProps} className={styles.groups} data-stale={props.stale || undefined}>
      {groups.map(({ group, start, rows }) => (
        <section key={`${group}-${start}`} aria-label={words.groups[group]}>
          <h2 className={styles.heading} data-group={group}>
            {words.groups[group]}
            {(!props.after || start + rows.length < tasks.length) && (
              <span className={styles.count}>{rows.length}</span>
            )}
          </h2>
          <ul className={styles.list}>
            {rows.map((task, place) => (
              <TaskItem
                key={task.id}
                task={task}
                mayWrite={mayWrite}
                onComplete={() => void acts.complete(task)}
                onOpen={() => onOpen(task.id)}
                rowProps={rowProps(start + place)}
              />
            ))}
          </ul>
        </section>
      ))}
      {props.after}
    </div>
  )
}
