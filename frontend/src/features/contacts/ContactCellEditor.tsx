import { NumberInput, TagsInput, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { OwnerSelect } from '../../crm/OwnerSelect'
import { useTagNames } from '../../crm/useTagNames'
import { shown } from '../../lib/values'
import type { Editing } from './columns'
import { type ContactRow, customValue } from './contactRow'
import type { Edit } from './useContactEdits'

/** The field that stands in a cell while it is edited. Enter and leaving save, Escape leaves all as it was. */
export function ContactCellEditor(props: {
  row: ContactRow
  label: string
  editing: Editing
  onSave: (edit: Edit) => void
  onDone: () => void
}) {
  const { editing } = props
  switch (editing.kind) {
    case 'owner':
      return <OwnerEditor {...props} />
    case 'tags':
      return <TagsEditor {...props} />
    case 'number':
      return <NumberEditor {...props} field={editing.field} />
    case 'custom':
      return <CustomEditor {...props} name={editing.key} />
    default:
      return <TextEditor {...props} field={editing.field} />
  }
}

type Props = { row: ContactRow; label: string; onSave: (edit: Edit) => void; onDone: () => void }

function TextEditor({ row, label, field, onSave, onDone }: Props & { field: keyof ContactRow }) {
  const before = (row[field] as string | null | undefined) ?? null
  return (
    <Field
      label={label}
      text={before ?? ''}
      onDone={onDone}
      onText={(text) => {
        const value = text.trim() === '' ? null : text
        if (value !== before) onSave({ changes: { [field]: value }, after: { [field]: value } })
      }}
    />
  )
}

function CustomEditor({ row, label, name, onSave, onDone }: Props & { name: string }) {
  const before = customValue(row, name) ?? null
  return (
    <Field
      label={label}
      text={shown(before)}
      onDone={onDone}
      onText={(text) => {
        if (text === shown(before)) return
        const value = text.trim() === '' ? null : text
        const others = (row.customFields ?? []).filter((each) => each.key !== name)
        onSave({
          changes: { customFields: [{ key: name, value }] },
          after: { customFields: [...others, { key: name, value }] },
        })
      }}
    />
  )
}

function Field(props: { label: string; text: string; onText: (text: string) => void; onDone: () => void }) {
  const [text, setText] = useState(props.text)
  const { onKeyDown, onBlur } = useLeaving(props.onDone, () => props.onText(text))
  return (
    <TextInput
      aria-label={props.label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
    />
  )
}

function NumberEditor({ row, label, field, onSave, onDone }: Props & { field: keyof ContactRow }) {
  const before = (row[field] as number | null | undefined) ?? null
  const [number, setNumber] = useState<number | string>(before ?? '')
  const { onKeyDown, onBlur } = useLeaving(onDone, () => {
    const value = typeof number === 'number' ? number : null
    if (value !== before) onSave({ changes: { [field]: value }, after: { [field]: value } })
  })
  return (
    <NumberInput
      aria-label={label}
      value={number}
      onChange={setNumber}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      hideControls
      autoFocus
    />
  )
}

function OwnerEditor({ row, label, onSave, onDone }: Props) {
  const before = row.ownerId
  return (
    <OwnerSelect
      aria-label={label}
      value={before}
      defaultDropdownOpened
      autoFocus
      onChange={(ownerId) => {
        // Who it is stands in the answer; until then the id is shown where nobody is known by it.
        onSave({ changes: { ownerId }, after: { ownerId, owner: null } })
        onDone()
      }}
      onBlur={onDone}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    />
  )
}

function TagsEditor({ row, label, onSave, onDone }: Props) {
  const before = row.tags
  const names = useTagNames()
  const [tags, setTags] = useState<string[]>([...before])
  const { onBlur, onKeyDown } = useLeaving(onDone, () => {
    if (tags.join('\n') !== before.join('\n')) onSave({ changes: { tags }, after: { tags } })
  })
  return (
    <TagsInput
      aria-label={label}
      data={names}
      value={tags}
      onChange={setTags}
      onBlur={onBlur}
      onKeyDown={(event) => {
        // Enter adds the tag that is being typed, and saves when none is.
        if (event.key !== 'Enter' || event.currentTarget.value === '') onKeyDown(event)
      }}
      autoFocus
    />
  )
}

/** Saves once, on Enter or when the field is left, and never after Escape. */
function useLeaving(onDone: () => void, save: () => void) {
  const left = useRef(false)
  const leave = (saves: boolean) => {
    if (left.current) return
    left.current = true
    if (saves) save()
    onDone()
  }
  return {
    onBlur: () => leave(true),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') leave(true)
      if (event.key === 'Escape') leave(false)
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
      }
    },
  }
}
