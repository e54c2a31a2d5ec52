import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { bulk } from '../../strings/bulk'
import { entered, type Settable } from './settable'

const { set: words } = bulk

/** A field to set to the same value, or to clear. */
export function FieldEntry(props: { fields: Settable[]; onSet: (changes: object) => void }) {
  const { fields } = props
  const [id, setId] = useState(fields[0]?.id)
  const [text, setText] = useState('')
  const field = fields.find((each) => each.id === id)
  if (!field) return null
  const value = entered(field, text)
  const description = field.required ? undefined : words.blank
  const set = () => {
    if (value !== undefined) props.onSet(field.changes?.(value === null ? null : text.trim()) ?? { [field.id]: value })
  }
  return (
    <>
      <NativeSelect
        label={words.field}
        value={field.id}
        onChange={(event) => {
          setId(event.currentTarget.value)
          setText('')
        }}
        data={grouped(fields)}
        data-autofocus
      />
      {field.kind === 'choice' ? (
        <Select
          label={words.value}
          description={description}
          data={field.options ?? []}
          value={text || null}
          onChange={(chosen) => setText(chosen ?? '')}
          clearable={!field.required}
          comboboxProps={{ withinPortal: false }}
        />
      ) : (
        <TextInput
          label={words.value}
          description={description}
          type={field.kind === 'date' ? 'date' : 'text'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={value === undefined ? words.number : null}
        />
      )}
      <Button disabled={value === undefined || (value === null && field.required === true)} onClick={set}>
        {value === null && !field.required ? words.clear : words.set}
      </Button>
    </>
  )
}

/** The fields as a list to choose from, those of a group under its name. */
function grouped(fields: Settable[]) {
  const itemOf = ({ id, label }: Settable) => ({ value: id, label })
  const groups = [...new Set(fields.flatMap(({ group }) => group ?? []))]
  return [
    ...fields.filter(({ group }) => group === undefined).map(itemOf),
    ...groups.map((group) => ({ group, items: fields.filter((each) => each.group === group).map(itemOf) })),
  ]
}
