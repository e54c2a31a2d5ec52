import { Button, NativeSelect, Popover, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ContactFields } from '../../gql/graphql'
import { contacts } from '../../strings/contacts'

const { selection: words } = contacts

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
