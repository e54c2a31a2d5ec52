import { Button, Group, Modal, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { Entity, WishedType } from '../../gql/graphql'
import { failureOf } from '../../lib/failure'
import { fields } from '../../strings/fields'
import { ui } from '../../strings/ui'
import { told } from '../../ui/UndoToast'
import type { FieldDefinition } from './RegistryPanel'

const DEFINE = graphql(`
  mutation DefineField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {
    report: defineCustomField(entity: $entity, name: $name, changes: $changes) {
      ... on CustomFieldChanged { definition { name label } }
      ... on Problem { code message }
    }
  }
`)

const UPDATE = graphql(`
  mutation UpdateField($entity: Entity!, $name: String!, $changes: CustomFieldFields!) {
    report: updateCustomField(entity: $entity, name: $name, changes: $changes) {
      ... on CustomFieldChanged { definition { name label } }
      ... on Problem { code message }
    }
  }
`)

const { form: words } = fields
const TYPES = Object.keys(fields.types) as WishedType[]

/** What people see of a custom field, or a new one that is to be known before a value comes for it. */
export function FieldForm(props: {
  entity: Entity
  field: FieldDefinition | null
  onClose: () => void
  onSaved: () => void
}) {
  const { field } = props
  const act = useAct()
  const [name, setName] = useState(field?.name ?? '')
  const [label, setLabel] = useState(field && field.label !== field.name ? field.label : '')
  const [type, setType] = useState<WishedType | null>(field?.wishedType ?? null)
  const [isPromoted, setPromoted] = useState(field?.isPromoted ?? false)
  const [isHidden, setHidden] = useState(field?.isHidden ?? false)
  const [position, setPosition] = useState<number | ''>(field?.position ?? '')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setError(words.missing)
    setBusy(true)
    const changes = {
      label: label.trim() || null,
      wishedType: type,
      isPromoted,
      isHidden,
      position: position === '' ? null : position,
    }
    try {
      await act(field ? UPDATE : DEFINE, { entity: props.entity, name, changes })
      told(words.saved(label || name))
      props.onSaved()
      props.onClose()
    } catch (problem) {
      setError(failureOf(problem).message)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={props.onClose} title={field ? words.edit(field.name) : words.define}>
      <form onSubmit={save}>
        <Stack gap="sm">
          {!field && (
            <TextInput
              label={words.name}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <TextInput
            label={words.label}
            description={words.labelHint}
            placeholder={name}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            {...(field ? { 'data-autofocus': true } : {})}
          />
          <Select
            label={words.type}
            description={words.typeHint}
            placeholder={words.typeNone}
            clearable
            value={type}
            onChange={(value) => setType(value as WishedType | null)}
            data={TYPES.map((value) => ({ value, label: fields.types[value] }))}
          />
          <Switch
            label={words.promoted}
            checked={isPromoted}
            onChange={(event) => setPromoted(event.currentTarget.checked)}
          />
          {isPromoted && (
            <NumberInput
              label={words.position}
              value={position}
              onChange={(value) => setPosition(typeof value === 'number' ? value : '')}
              allowDecimal={false}
            />
          )}
          <Switch
            label={words.hidden}
            checked={isHidden}
            onChange={(event) => setHidden(event.currentTarget.checked)}
          />
          {error && (
            <p role="alert" style={{ color: 'var(--danger)', margin: 0 }}>
              {error}
            </p>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
