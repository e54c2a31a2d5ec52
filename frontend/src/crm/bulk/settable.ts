import { lists } from '../../strings/lists'

/** A field that many records are given the same value of. */
export type Settable = {
  id: string
  label: string
  group?: string
  kind: 'text' | 'number' | 'whole' | 'date' | 'choice'
  /** What is chosen from, of a choice. */
  options?: { value: string; label: string }[]
  /** Whether every record has it, so that it cannot be cleared. */
  required?: boolean
  /** The change that sets it; its own name and the value unless told. */
  changes?: (value: string | null) => object
}

/** What was entered for a field, as the server takes it: null where it is blank, undefined where it is no value. */
export function entered({ kind }: Settable, text: string): string | number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (kind !== 'number' && kind !== 'whole') return trimmed
  const number = Number(trimmed)
  return (kind === 'whole' ? Number.isInteger(number) : Number.isFinite(number)) ? number : undefined
}

/** A custom field to be set. */
export function settableCustom(field: { name: string; label: string }): Settable {
  const { name, label } = field
  return {
    id: `custom:${name}`,
    label,
    group: lists.groups.custom,
    kind: 'text',
    changes: (value) => ({ customFields: [{ key: name, value }] }),
  }
}
