import { Checkbox } from '@mantine/core'
import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { crm } from '../../strings/crm'
import { tasks as words } from '../../strings/tasks'
import { RelativeTime } from '../../ui/RelativeTime'
import { dueGroup } from './due'
import styles from './TaskItem.module.css'
import type { TaskRow } from './taskRow'

/** A task in a list: done with a click, opened with another. */
export function TaskItem(props: {
  task: TaskRow
  mayWrite: boolean
  onComplete: () => void
  onOpen: () => void
  rowProps: ComponentProps<'li'>
}) {
  const { task } = props
  return (
    <li {...props.rowProps} className={styles.item} data-done={task.completed || undefined}>
      <Checkbox
        className={styles.check ?? ''}
        radius="xl"
        size="sm"
        color="green"
        tabIndex={-1}
        aria-label={words.complete(task.subject)}
        checked={task.completed}
        disabled={!props.mayWrite}
        onChange={props.onComplete}
      />
      <button type="button" className={styles.subject} tabIndex={-1} onClick={props.onOpen}>
        {task.subject}
      </button>
      <span className={styles.about}>
        <About task={task} />
      </span>
      <span className={styles.type}>{task.type && (words.types[task.type] ?? task.type)}</span>
      <span className={styles.due}>
        <Due task={task} />
      </span>
      <span className={styles.owner}>{task.owner?.name ?? task.ownerId ?? crm.nobody}</span>
    </li>
  )
}

function About({ task }: { task: TaskRow }) {
  if (task.contact) {
    return (
      <>
        <Link to={`/contacts/${task.contact.id}`} tabIndex={-1}>
          {task.contact.name ?? crm.unnamed}
        </Link>
        {task.contact.companyName && <span className={styles.company}> · {task.contact.companyName}</span>}
      </>
    )
  }
  if (task.company) {
    return (
      <Link to={`/companies/${task.company.id}`} tabIndex={-1}>
        {task.company.name ?? crm.unnamed}
      </Link>
    )
  }
  return null
}

function Due({ task }: { task: TaskRow }) {
  if (task.completed && task.completedAt) {
    return (
      <>
        {words.doneWord} <RelativeTime at={task.completedAt} />
      </>
    )
  }
  if (task.dueAt === null) return <span className={styles.none}>{words.noDate}</span>
  if (task.completed || dueGroup(task.dueAt, new Date()) !== 'overdue') return <RelativeTime at={task.dueAt} />
  return (
    <span className={styles.overdue}>
      <CircleAlert size={14} role="img" aria-label={words.groups.overdue} />
      <RelativeTime at={task.dueAt} />
    </span>
  )
}
