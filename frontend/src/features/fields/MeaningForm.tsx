import { Button, Group, Modal, NativeSelect, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { EngagementField, Entity } from '../../gql/graphql'
import { fields } from '../../strings/fields'
import { ui } from '../../strings/ui'
import { inputOf, OUR_FIELDS, type Target } from './meaning'
import { useMeaning } from './useMeaning'

const { mapping: words } = fields
const KINDS = ['engagement', 'field', 'customField', 'nothing'] as const
const NOTHING: Target = { engagement: null, field: null, customField: null }

/** Says what an incoming name means, for everything that ever came or from now on. */
export function MeaningForm(props: {
  entity: Entity
  name: string
  target: Target | null
  onClose: () => void
  onSaved: () => void
}) {
  const meaning = useMeaning()
  const [target, setTarget] = useState<Target>(props.target ?? NOTHING)
  const [kind, setKind] = useState(
    KINDS.find((each) => each !== 'nothing' && target[each] !== null) ?? ('engagement' as (typeof KINDS)[number]),
  )
  const [from, setFrom] = useState('ever')
  const [busy, setBusy] = useState(false)
  const chosen = kind === 'nothing' ? NOTHING : { ...NOTHING, [kind]: target[kind] }
  const ready = kind === 'nothing' || target[kind] !== null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const validFrom = from === 'now' ? new Date().toISOString() : null
    if (await meaning.set(props.entity, props.name, inputOf(chosen), validFrom)) {
      props.onSaved()
      props.onClose()
    } else setBusy(false)
  }
  return (
    <Modal opened onClose={props.onClose} title={words.title(props.name)}>
      <form onSubmit={save}>
        <Stack gap="sm">
          <NativeSelect
            label={words.kind}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as (typeof KINDS)[number])}
            data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            data-autofocus
          />
          {kind === 'engagement' && (
            <Select
              label={words.engagement}
              value={target.engagement}
              onChange={(value) => setTarget({ ...target, engagement: value as EngagementField | null })}
              data={Object.entries(fields.engagement).map(([value, label]) => ({ value, label }))}
              searchable
            />
          )}
          {kind === 'field' && (
            <Select
              label={words.field}
              value={target.field}
              onChange={(value) => setTarget({ ...target, field: value })}
              data={OUR_FIELDS[props.entity]}
              searchable
            />
          )}
          {kind === 'customField' && (
            <TextInput
              label={words.customField}
              value={target.customField ?? ''}
              onChange={(event) => setTarget({ ...target, customField: event.currentTarget.value || null })}
            />
          )}
          <Radio.Group label={words.from} value={from} onChange={setFrom}>
            <Stack gap={6} mt={4}>
              <Radio value="ever" label={words.froms.ever} size="xs" />
              <Radio value="now" label={words.froms.now} size="xs" />
            </Stack>
          </Radio.Group>
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
