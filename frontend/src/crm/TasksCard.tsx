import { Anchor, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type FragmentType, graphql, readFragment } from '../gql'
import type { TaskFields } from '../gql/graphql'
import { record } from '../strings/record'
import { Card } from '../ui/Card'
import { RelativeTime } from '../ui/RelativeTime'
import { failed, told } from '../ui/UndoToast'
import { OwnerSelect } from './OwnerSelect'
import styles from './TasksCard.module.css'
import { useAct } from './useAct'
import { useRevert } from './useRevert'
import { useMay, useViewer } from './Viewer'

const TasksCard_tasks = graphql(`
  fragment TasksCard_tasks on TaskConnection {
    nodes { id subject dueAt completed completedAt type owner { id name } }
  }
`)

const CREATE = graphql(`
  mutation CreateTask($task: TaskFields!) {
    createTask(task: $task) {
      ... on TaskChanged { id }
      ... on Problem { code message }
    }
  }
`)

const COMPLETE = graphql(`
  mutation CompleteTask($id: ID!) {
    updateTask(id: $id, changes: { completed: true }) {
      ... on TaskChanged { changeSetId task { id completed } }
      ... on Problem { code message }
    }
  }
`)

const { tasks: words } = record

/** Complete a task, with the way back. */
export function useCompleteTask() {
  const act = useAct()
  const revert = useRevert()
  return async (id: string) => {
    try {
      const { updateTask } = await act(COMPLETE, { id })
      told(words.completed, () => revert([updateTask.changeSetId]))
    } catch (error) {
      failed(error)
    }
  }
}

/** What is to be done about a record, by when, and a way to add to it. */
export function TasksCard(props: { tasks: FragmentType<typeof TasksCard_tasks>; about: Partial<TaskFields> }) {
  const { nodes } = readFragment(TasksCard_tasks, props.tasks)
  const mayWrite = useMay('WRITE')
  const complete = useCompleteTask()
  const [adding, setAdding] = useState(false)
  const open = nodes
    .filter((each) => !each.completed)
    .sort((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9'))
  const done = nodes.length - open.length
  return (
    <Card
      title={words.title}
      action={
        mayWrite && (
          <Anchor component="button" type="button" size="sm" onClick={() => setAdding(true)}>
            {words.add}
          </Anchor>
        )
      }
    >
      {open.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.list}>
        {open.map((task) => (
          <li key={task.id} className={styles.task}>
            <Checkbox
              aria-label={words.complete(task.subject)}
              checked={false}
              disabled={!mayWrite}
              onChange={() => complete(task.id)}
            />
            <div>
              <div>{task.subject}</div>
              <div className={styles.facts} data-overdue={isOverdue(task.dueAt) || undefined}>
                {task.dueAt && (
                  <>
                    {isOverdue(task.dueAt) && `${words.overdue}, `}
                    <RelativeTime at={task.dueAt} />
                  </>
                )}
                {task.owner && ` · ${task.owner.name}`}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {done > 0 && <p className={styles.none}>{words.doneCount(done)}</p>}
      {adding && <TaskForm about={props.about} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function isOverdue(dueAt: string | null): boolean {
  return dueAt !== null && Date.parse(dueAt) < Date.now()
}

/** Plans something about a record, for oneself unless somebody else is chosen. */
export function TaskForm(props: { about: Partial<TaskFields>; onClose: () => void }) {
  const viewer = useViewer()
  const act = useAct()
  const [subject, setSubject] = useState('')
  const [due, setDue] = useState(tomorrow)
  const [ownerId, setOwnerId] = useState<string | null>(viewer.user?.id ?? null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const dueAt = due === '' ? null : new Date(due).toISOString()
      await act(CREATE, { task: { ...props.about, subject: subject.trim(), dueAt, ownerId } })
      told(words.created)
      props.onClose()
    } catch (error) {
      failed(error)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={props.onClose} title={words.add}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={words.subject}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
            required
            data-autofocus
          />
          <TextInput
            type="datetime-local"
            label={words.due}
            value={due}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
          <OwnerSelect label={words.owner} value={ownerId} onChange={setOwnerId} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={subject.trim() === ''}>
              {words.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Tomorrow at nine, as the field writes it. */
function tomorrow(): string {
  const now = new Date()
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T09:00`
}
