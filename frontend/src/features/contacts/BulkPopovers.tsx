import { Button, Group, NativeSelect, Popover, Stack, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { OwnerSelect } from '../../crm/OwnerSelect'
import { useTagNames } from '../../crm/useTagNames'
import type { ContactFields } from '../../gql/graphql'
import { contacts } from '../../strings/contacts'

const { selection: words } = contacts

/** Tags to give or to take off. */
export function TagPopover(props: {
  busy: boolean
  onAdd: (tags: string[]) => void
  onRemove: (tags: string[]) => void
}) {
  const [tags, setTags] = useState<string[]>([])
  const [opened, setOpened] = useState(false)
  const names = useTagNames()
  const finish = (act: (tags: string[]) => void) => {
    setOpened(false)
    setTags([])
    act(tags)
  }
  return (
    <Popover opened={opened} onChange={setOpened} width={280} trapFocus>
      <Popover.Target>
        <Button variant="default" disabled={props.busy} onClick={() => setOpened(!opened)}>
          {words.tag}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TagsInput
            label={words.tagsLabel}
            data={names}
            value={tags}
            onChange={setTags}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <Group gap="xs">
            <Button disabled={tags.length === 0} onClick={() => finish(props.onAdd)}>
              {words.addTags}
            </Button>
            <Button variant="default" disabled={tags.length === 0} onClick={() => finish(props.onRemove)}>
              {words.removeTags}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Whom to give them to. */
export function OwnerPopover(props: { busy: boolean; onGive: (ownerId: string | null) => void }) {
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={260} trapFocus>
      <Popover.Target>
        <Button variant="default" disabled={props.busy} onClick={() => setOpened(!opened)}>
          {words.owner}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <OwnerSelect
            label={contacts.columns.owner}
            value={ownerId}
            onChange={setOwnerId}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <Button
            onClick={() => {
              setOpened(false)
              props.onGive(ownerId)
            }}
          >
            {words.give}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

const SETTABLE = ['lifecycleStage', 'leadScore', 'title', 'companyName', 'industry', 'city', 'country'] as const

/** A field to set to the same value, or to clear. */
export function FieldPopover(props: { busy: boolean; onSet: (changes: ContactFields) => void }) {
  const [field, setField] = useState<(typeof SETTABLE)[number]>('lifecycleStage')
  const [text, setText] = useState('')
  const [opened, setOpened] = useState(false)
  const value = text.trim() === '' ? null : field === 'leadScore' ? Number(text) : text.trim()
  const isWrong = typeof value === 'number' && Number.isNaN(value)
  return (
    <Popover opened={opened} onChange={setOpened} width={260} trapFocus>
      <Popover.Target>
        <Button variant="default" disabled={props.busy} onClick={() => setOpened(!opened)}>
          {words.set}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <NativeSelect
            label={words.field}
            value={field}
            onChange={(event) => setField(event.currentTarget.value as typeof field)}
            data={SETTABLE.map((each) => ({
              value: each,
              label: each === 'companyName' ? contacts.columns.company : contacts.columns[each],
            }))}
            data-autofocus
          />
          <TextInput
            label={words.value}
            description={words.blank}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={isWrong ? words.number : null}
          />
          <Button
            disabled={isWrong}
            onClick={() => {
              setOpened(false)
              props.onSet({ [field]: value })
            }}
          >
            {value === null ? words.clearField : words.setField}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
