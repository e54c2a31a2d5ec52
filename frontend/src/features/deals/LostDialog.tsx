import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { deals } from '../../strings/deals'
import { ui } from '../../strings/ui'

const { lost: words } = deals

/** Asks why a deal was lost, before it is. */
export function LostDialog(props: { name: string; onLost: (reason: string | null) => void; onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <Modal opened onClose={props.onClose} title={words.title(props.name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.onLost(reason.trim() || null)
          props.onClose()
        }}
      >
        <TextInput
          label={words.reason}
          description={words.hint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Group gap={4} mt={6}>
          {words.usual.map((usual) => (
            <Button key={usual} variant="default" size="compact-xs" onClick={() => setReason(usual)}>
              {usual}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {ui.cancel}
          </Button>
          <Button type="submit">{words.confirm}</Button>
        </Group>
      </form>
    </Modal>
  )
}
