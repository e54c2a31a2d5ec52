import { ActionIcon, Button, Group, Menu, Textarea } from '@mantine/core'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Pin from 'lucide-react/icons/pin'
import { useState } from 'react'
import { type FragmentType, graphql, readFragment } from '../gql'
import type { NotesCard_NotesFragment } from '../gql/graphql'
import { record } from '../strings/record'
import { ui } from '../strings/ui'
import { Card } from '../ui/Card'
import { Markdown } from '../ui/markdown/Markdown'
import { RelativeTime } from '../ui/RelativeTime'
import { failed, told } from '../ui/UndoToast'
import styles from './NotesCard.module.css'
import { useAct } from './useAct'
import { useMay } from './Viewer'

const NotesCard_notes = graphql(`
  fragment NotesCard_notes on NoteConnection {
    nodes { id body isPinned createdAt updatedAt version author { label } }
  }
`)

const CREATE = graphql(`
  mutation CreateNote($recordId: ID!, $note: NoteFields!) {
    createNote(recordId: $recordId, note: $note) {
      ... on NoteChanged { note { id } }
      ... on Problem { code message }
    }
  }
`)

const UPDATE = graphql(`
  mutation UpdateNote($id: ID!, $changes: NoteFields!, $expectedVersion: Int) {
    updateNote(id: $id, changes: $changes, expectedVersion: $expectedVersion) {
      ... on NoteChanged { note { id body isPinned } }
      ... on Problem { code message }
    }
  }
`)

const DELETE = graphql(`
  mutation DeleteNote($id: ID!) {
    deleteNotes(ids: [$id]) { results { problem { code message } note { id } } }
  }
`)

const RESTORE = graphql(`
  mutation RestoreNote($id: ID!) {
    restoreNotes(ids: [$id]) { results { problem { code message } note { id } } }
  }
`)

type Note = NotesCard_NotesFragment['nodes'][number]

const { notes: words } = record

/** What people wrote about a record, pinned notes first, and a field for more. */
export function NotesCard(props: { recordId: string; notes: FragmentType<typeof NotesCard_notes> }) {
  const { nodes } = readFragment(NotesCard_notes, props.notes)
  const mayWrite = useMay('WRITE')
  const act = useAct()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    try {
      await act(CREATE, { recordId: props.recordId, note: { body: text.trim() } })
      setText('')
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  const notes = nodes.toSorted((one, other) => Number(other.isPinned) - Number(one.isPinned))
  return (
    <Card title={words.title}>
      {mayWrite && (
        <div className={styles.writing}>
          <Textarea
            aria-label={words.placeholder}
            placeholder={words.placeholder}
            rows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') void add()
            }}
          />
          {text.trim() !== '' && (
            <>
              <p className={styles.hint}>{words.hint}</p>
              <Button loading={busy} onClick={add}>
                {words.add}
              </Button>
            </>
          )}
        </div>
      )}
      {notes.length === 0 && !mayWrite && <p className={styles.none}>{words.none}</p>}
      {notes.map((note) => (
        <NoteView key={note.id} note={note} mayWrite={mayWrite} />
      ))}
    </Card>
  )
}

function NoteView({ note, mayWrite }: { note: Note; mayWrite: boolean }) {
  const act = useAct()
  const [editing, setEditing] = useState<string | null>(null)
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      failed(error)
    }
  }
  const remove = () =>
    attempt(async () => {
      await act(DELETE, { id: note.id })
      told(words.deleted, () => act(RESTORE, { id: note.id }))
    })
  const save = (changes: { body?: string; isPinned?: boolean }) =>
    attempt(async () => {
      await act(UPDATE, { id: note.id, changes, expectedVersion: note.version })
      setEditing(null)
    })
  return (
    <article className={styles.note}>
      <header className={styles.header}>
        {note.isPinned && <Pin size={13} aria-label={words.pin} />}
        <span>{note.author.label}</span> · <RelativeTime at={note.createdAt} />
        {mayWrite && (
          <Menu>
            <Menu.Target>
              <ActionIcon size="sm" className={styles.menu ?? ''} aria-label={words.menu}>
                <Ellipsis size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setEditing(note.body)}>{words.edit}</Menu.Item>
              <Menu.Item onClick={() => save({ isPinned: !note.isPinned })}>
                {note.isPinned ? words.unpin : words.pin}
              </Menu.Item>
              <Menu.Item color="red" onClick={remove}>
                {words.delete}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </header>
      {editing === null ? (
        <div className={styles.body}>
          <Markdown text={note.body} />
        </div>
      ) : (
        <>
          <Textarea
            aria-label={words.edit}
            autosize
            minRows={2}
            value={editing}
            onChange={(event) => setEditing(event.currentTarget.value)}
            autoFocus
          />
          <p className={styles.hint}>{words.hint}</p>
          <Group gap="xs" mt={6}>
            <Button onClick={() => save({ body: editing.trim() })} disabled={editing.trim() === ''}>
              {words.save}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setEditing(null)}>
              {ui.cancel}
            </Button>
          </Group>
        </>
      )}
    </article>
  )
}
