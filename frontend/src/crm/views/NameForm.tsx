import { Button, Modal, Stack, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { filters } from '../../strings/filters'

const { views: words } = filters

/** Asks under which name a view is saved, and whether for everybody. */
export function NameForm(props: { onClose: () => void; onSave: (name: string, isShared: boolean) => Promise<void> }) {
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await props.onSave(name.trim(), isShared)
    setBusy(false)
    props.onClose()
  }
  return (
    <Modal opened onClose={props.onClose} title={words.save}>
      <form onSubmit={save}>
        <Stack gap="md">
          <TextInput
            label={words.name}
            placeholder={words.nameHint}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <Switch label={words.share} checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {words.saveAction}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
