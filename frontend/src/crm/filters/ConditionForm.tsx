import { MultiSelect, NativeSelect, NumberInput, Stack, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { numberIn } from '../../lib/values'
import { filters } from '../../strings/filters'
import { useTagNames } from '../useTagNames'
import { useTeam } from '../useTeam'
import { useViewer } from '../Viewer'
import type { Condition, FilterField, Value } from './condition'
import { useCampaigns, useDealStages } from './useNames'

const TYPING_MS = 250

/** Changes a condition; what is typed counts when somebody pauses, everything else at once. */
export function ConditionForm(props: {
  field: FilterField
  condition: Condition
  onChange: (condition: Condition) => void
  onDone: () => void
}) {
  const { field, condition, onChange } = props
  const operator = field.operators.find(({ id }) => id === condition.operator)
  const setOperator = (id: string) => {
    const next = field.operators.find((each) => each.id === id)
    const keeps = next?.entry === operator?.entry
    onChange({ ...condition, operator: id, value: keeps ? condition.value : null })
  }
  return (
    <Stack gap="xs" w={260}>
      {field.operators.length > 1 && (
        <NativeSelect
          label={field.label}
          value={condition.operator}
          onChange={(event) => setOperator(event.currentTarget.value)}
          data={field.operators.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      {operator && operator.entry !== 'none' && (
        <ValueEntry
          key={operator.id}
          label={field.operators.length > 1 ? filters.value : `${field.label} ${operator.label}`}
          entry={operator.entry}
          options={field.options ?? []}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value })}
          onDone={props.onDone}
        />
      )}
    </Stack>
  )
}

function ValueEntry(props: {
  label: string
  entry: string
  options: { value: string; label: string }[]
  value: Value
  onChange: (value: Value) => void
  onDone: () => void
}) {
  const list = Array.isArray(props.value) ? props.value : []
  switch (props.entry) {
    case 'text':
    case 'date':
      return <TextEntry {...props} />
    case 'number':
    case 'days':
      return <NumberEntry {...props} />
    case 'people':
      return <PeopleEntry {...props} value={list} />
    case 'tags':
      return <TagsEntry {...props} value={list} />
    case 'campaigns':
    case 'senders':
      return <NamesEntry {...props} value={list} />
    case 'dealStages':
      return <DealStagesEntry {...props} value={list} />
    default:
      return <Choices {...props} value={list} data={props.options} />
  }
}

type EntryProps = { label: string; entry: string; value: Value; onChange: (value: Value) => void; onDone: () => void }
type ListProps = { label: string; entry: string; value: string[]; onChange: (value: Value) => void }

function TextEntry(props: EntryProps) {
  const [text, setText] = useState(String(props.value ?? ''))
  const tell = useDebouncedCallback(props.onChange, TYPING_MS)
  return (
    <TextInput
      label={props.label}
      type={props.entry === 'date' ? 'date' : 'text'}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        tell.cancel()
        props.onChange(text)
        props.onDone()
      }}
      data-autofocus
    />
  )
}

function NumberEntry(props: EntryProps) {
  const [number, setNumber] = useState<number | string>(typeof props.value === 'number' ? props.value : '')
  const tell = useDebouncedCallback(props.onChange, TYPING_MS)
  return (
    <NumberInput
      label={props.label}
      value={number}
      min={0}
      suffix={props.entry === 'days' ? ` ${filters.days}` : ''}
      onChange={(entered) => {
        setNumber(entered)
        tell(numberIn(entered))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        tell.cancel()
        props.onChange(numberIn(number))
        props.onDone()
      }}
      data-autofocus
    />
  )
}

function Choices(props: ListProps & { data: { value: string; label: string }[] }) {
  return (
    <MultiSelect
      label={props.label}
      data={props.data}
      value={props.value}
      onChange={props.onChange}
      searchable
      clearable
      limit={50}
      selectFirstOptionOnChange
      comboboxProps={{ withinPortal: false }}
      data-autofocus
    />
  )
}

function PeopleEntry(props: ListProps) {
  const team = useTeam()
  const me = useViewer().id
  const others = team.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }))
  const mine = team.some(({ id }) => id === me) ? [{ value: me, label: filters.me }] : []
  return <Choices {...props} data={[...mine, ...others]} />
}

function TagsEntry(props: ListProps) {
  const tags = useTagNames()
  return (
    <TagsInput
      label={props.label}
      data={tags}
      value={props.value}
      onChange={props.onChange}
      comboboxProps={{ withinPortal: false }}
      data-autofocus
    />
  )
}

function NamesEntry(props: ListProps) {
  const named = useCampaigns()
  const data = (props.entry === 'campaigns' ? named.campaigns : named.senders).map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  return <Choices {...props} data={data} />
}

function DealStagesEntry(props: ListProps) {
  const stages = [...new Set([...useDealStages(), ...props.value])]
  return <Choices {...props} data={stages.map((each) => ({ value: each, label: each }))} />
}
