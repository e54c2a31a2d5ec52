import { Button, Drawer, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { OwnerSelect } from '../../crm/OwnerSelect'
import { type Chosen, CompanySelect, ContactSelect } from '../../crm/RecordSelect'
import { useMay, useViewer } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { TaskFields } from '../../gql/graphql'
import { forInput, fromInput, startOfDay } from '../../lib/days'
import { crm } from '../../strings/crm'
import { tasks as words } from '../../strings/tasks'
import { ErrorNote } from '../../ui/ErrorNote'
import { SkeletonLines } from '../../ui/Skeletons'
import styles from './TaskDrawer.module.css'
import { TypeInput } from './TypeInput'
import { type TaskRow, taskOf } from './taskRow'
import type { TaskActs } from './useTaskActs'

const TASK = graphql(`
  query Task($id: ID!) {
    task(id: $id) { id ...TaskRow_task }
  }
`)

/** A task to look at, change or delete; or a new one, under the id `new`. */
export function TaskDrawer(props: { id: string | null; acts: TaskActs; onClose: () => void }) {
  return (
    <Drawer
      opened={props.id !== null}
      onClose={props.onClose}
      position="right"
      size={400}
      title={props.id === 'new' ? words.form.new : words.form.edit}
    >
      {props.id === 'new' && <TaskForm task={null} {...props} />}
      {props.id !== null && props.id !== 'new' && <Known {...props} id={props.id} />}
    </Drawer>
  )
}

function Known(props: { id: string; acts: TaskActs; onClose: () => void }) {
  const [{ data, error, fetching }, again] = useQuery({
    query: TASK,
    variables: { id: props.id },
    requestPolicy: 'cache-and-network',
  })
  if (error) return <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <SkeletonLines lines={8} />
  if (!data.task) return fetching ? <SkeletonLines lines={8} /> : <p>{words.form.gone}</p>
  const task = taskOf(data.task)
  return <TaskForm key={task.version} task={task} {...props} />
}

type Draft = {
  subject: string
  description: string
  type: string
  due: string
  ownerId: string | null
  contact: Chosen | null
  company: Chosen | null
}

function TaskForm(props: { task: TaskRow | null; acts: TaskActs; onClose: () => void }) {
  const { task, acts, onClose } = props
  const viewer = useViewer()
  const mayWrite = useMay('WRITE')
  const [initial] = useState(() => (task ? draftOf(task) : newDraft(viewer.user?.id ?? null)))
  const [draft, setDraft] = useState(initial)
  const [missing, setMissing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))

  const save = async () => {
    const subject = draft.subject.trim()
    setMissing(subject === '')
    if (subject === '') return
    const changes = changesBetween(initial, { ...draft, subject })
    if (task && Object.keys(changes).length === 0) return onClose()
    setBusy(true)
    setError(null)
    try {
      if (task) await acts.change(task, changes)
      else await acts.create({ subject, ...changes, ownerId: draft.ownerId })
      onClose()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <fieldset className={styles.fields} disabled={!mayWrite}>
        <Stack gap="sm">
          <TextInput
            label={words.form.subject}
            required
            data-autofocus
            error={missing && words.form.subjectMissing}
            value={draft.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
          />
          <div>
            <TextInput
              type="datetime-local"
              label={words.form.due}
              value={draft.due}
              onChange={(event) => set({ due: event.currentTarget.value })}
            />
            {mayWrite && (
              <Group gap={4} mt={4}>
                {QUICK.map(([label, days]) => (
                  <Button key={label} variant="default" size="compact-xs" onClick={() => set({ due: dayAtFive(days) })}>
                    {label}
                  </Button>
                ))}
              </Group>
            )}
          </div>
          <TypeInput value={draft.type} onChange={(type) => set({ type })} />
          <OwnerSelect label={words.form.owner} value={draft.ownerId} onChange={(ownerId) => set({ ownerId })} />
          <ContactSelect label={words.form.contact} value={draft.contact} onChange={(contact) => set({ contact })} />
          <CompanySelect label={words.form.company} value={draft.company} onChange={(company) => set({ company })} />
          <Textarea
            label={words.form.description}
            autosize
            minRows={3}
            maxRows={12}
            value={draft.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
        </Stack>
      </fieldset>
      {error !== null && (
        <div className={styles.error}>
          <ErrorNote error={error} title={crm.notSaved} />
        </div>
      )}
      {mayWrite && (
        <Group mt="lg" gap="xs">
          <Button type="submit" loading={busy}>
            {task ? words.form.save : words.form.create}
          </Button>
          {task && (
            <Button
              variant="default"
              onClick={() => {
                void acts.complete(task)
                onClose()
              }}
            >
              {task.completed ? words.form.reopen : words.form.complete}
            </Button>
          )}
          {task && (
            <Button
              variant="subtle"
              color="red"
              ml="auto"
              onClick={() => {
                void acts.remove(task)
                onClose()
              }}
            >
              {words.form.remove}
            </Button>
          )}
        </Group>
      )}
    </form>
  )
}

const QUICK: [string, number][] = [
  [words.form.quick.today, 0],
  [words.form.quick.tomorrow, 1],
  [words.form.quick.week, 7],
]

/** The end of a working day. */
function dayAtFive(days: number): string {
  const day = startOfDay(new Date(), days)
  return forInput(new Date(day.getFullYear(), day.getMonth(), day.getDate(), 17).toISOString())
}

function draftOf(task: TaskRow): Draft {
  return {
    subject: task.subject,
    description: task.description ?? '',
    type: task.type ?? '',
    due: forInput(task.dueAt),
    ownerId: task.ownerId,
    contact: task.contactId ? { id: task.contactId, name: task.contact?.name ?? task.contactId } : null,
    company: task.companyId ? { id: task.companyId, name: task.company?.name ?? task.companyId } : null,
  }
}

function newDraft(ownerId: string | null): Draft {
  return { subject: '', description: '', type: '', due: '', ownerId, contact: null, company: null }
}

/** What differs, as the server takes it. A date that nobody touched keeps its seconds. */
function changesBetween(before: Draft, after: Draft): TaskFields {
  return {
    ...(after.subject !== before.subject && { subject: after.subject }),
    ...(after.description !== before.description && { description: after.description.trim() || null }),
    ...(after.type !== before.type && { type: after.type.trim() || null }),
    ...(after.due !== before.due && { dueAt: fromInput(after.due) }),
    ...(after.ownerId !== before.ownerId && { ownerId: after.ownerId }),
    ...(after.contact?.id !== before.contact?.id && { contactId: after.contact?.id ?? null }),
    ...(after.company?.id !== before.company?.id && { companyId: after.company?.id ?? null }),
  }
}
