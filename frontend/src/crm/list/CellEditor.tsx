import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { numberIn, shown } from '../../lib/values'
import type { Done } from '../../ui/DataTable'
import { useDealStages } from '../filters/useNames'
import { OwnerSelect } from '../OwnerSelect'
import { useTagNames } from '../useTagNames'
import styles from './cells.module.css'
import { customValue, type Edit, type Editing, type ListedRow } from './row'

/**
 * The field that stands in a cell while it is edited. Enter and leaving save, Tab saves and goes on to the field beside it,
 * Escape leaves all as it was.
 */
export function CellEditor(props: {
  row: ListedRow
  label: string
  editing: Editing
  onSave: (edit: Edit) => void
  onDone: Done
}) {
  const { editing } = props
  switch (editing.kind) {
    case 'owner':
      return <OwnerEditor {...props} />
    case 'tags':
      return <TagsEditor {...props} />
    case 'dealStage':
      return <DealStageEditor {...props} />
    case 'number':
    case 'whole':
    case 'amount':
      return <NumberEditor {...props} field={editing.field} kind={editing.kind} />
    case 'custom':
      return <CustomEditor {...props} name={editing.key} />
    default:
      return <TextEditor {...props} field={editing.field} type={editing.kind} />
  }
}

type Props = { row: ListedRow; label: string; onSave: (edit: Edit) => void; onDone: Done }

function TextEditor({ row, label, field, type, onSave, onDone }: Props & { field: string; type: 'text' | 'date' }) {
  const before = cellOf<string>(row, field)
  return (
    <Field
      label={label}
      type={type}
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

function Field(props: {
  label: string
  type?: 'text' | 'date'
  text: string
  onText: (text: string) => void
  onDone: Done
}) {
  const [text, setText] = useState(props.text)
  const field = useRef<HTMLInputElement>(null)
  const { onKeyDown, onBlur } = useLeaving(props.onDone, () => {
    // A date that is not written to its end is told as none at all.
    if (!field.current?.validity.badInput) props.onText(text)
  })
  return (
    <TextInput
      ref={field}
      type={props.type ?? 'text'}
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

// Where there is no amount, it is nought.
const NUMBERS = {
  number: { blank: null, entry: {} },
  whole: { blank: null, entry: { allowDecimal: false } },
  amount: { blank: 0, entry: { min: 0, decimalScale: 2, thousandSeparator: true } },
} as const

function NumberEditor({
  row,
  label,
  field,
  kind,
  onSave,
  onDone,
}: Props & { field: string; kind: keyof typeof NUMBERS }) {
  const before = cellOf<number>(row, field)
  const [number, setNumber] = useState<number | string>(before ?? '')
  const { onKeyDown, onBlur } = useLeaving(onDone, () => {
    const value = numberIn(number) ?? NUMBERS[kind].blank
    if (value !== before) onSave({ changes: { [field]: value }, after: { [field]: value } })
  })
  return (
    <NumberInput
      aria-label={label}
      value={number}
      onChange={setNumber}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      {...NUMBERS[kind].entry}
      className={styles.number ?? ''}
      hideControls
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
    />
  )
}

function OwnerEditor({ row, label, onSave, onDone }: Props) {
  return (
    <OwnerSelect
      aria-label={label}
      value={row.ownerId}
      onChange={(ownerId) => {
        // Who it is stands in the answer; until then the id is shown where nobody is known by it.
        onSave({ changes: { ownerId }, after: { ownerId, owner: null } })
        onDone()
      }}
      {...choosing(onDone)}
    />
  )
}

function DealStageEditor({ row, label, onSave, onDone }: Props) {
  const before = cellOf<string>(row, 'stage')
  const stages = useDealStages()
  return (
    <Select
      aria-label={label}
      data={[...new Set([...stages, ...(before === null ? [] : [before])])]}
      value={before}
      onChange={(stage) => {
        onSave({ changes: { stage }, after: { stage } })
        onDone()
      }}
      clearable
      searchable
      {...choosing(onDone)}
    />
  )
}

/** How a list to choose from stands in a cell: open at once, done with when something is chosen. */
function choosing(onDone: Done) {
  return {
    defaultDropdownOpened: true,
    comboboxProps: { width: 220, position: 'bottom-start' } as const,
    autoFocus: true,
    onBlur: () => onDone(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDone()
      if (event.key === 'Tab') {
        event.preventDefault()
        onDone(event.shiftKey ? -1 : 1)
      }
    },
  }
}

function TagsEditor({ row, label, onSave, onDone }: Props) {
  const before = row.tags ?? []
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

function cellOf<Value>(row: ListedRow, field: string): Value | null {
  return ((row as Record<string, unknown>)[field] as Value | undefined) ?? null
}

/** Saves once: on Enter, on Tab or when the field is left; never after Escape. */
function useLeaving(onDone: Done, save: () => void) {
  const left = useRef(false)
  const leave = (saves: boolean, next?: 1 | -1) => {
    if (left.current) return
    left.current = true
    if (saves) save()
    onDone(next)
  }
  return {
    onBlur: () => leave(true),
    onKeyDown: (event: KeyboardEvent) => {
      if (!['Enter', 'Escape', 'Tab'].includes(event.key)) return
      if (event.key === 'Tab') leave(true, event.shiftKey ? -1 : 1)
      else leave(event.key === 'Enter')
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
