import { Autocomplete, Button, Group, Modal } from '@mantine/core'
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
        <Autocomplete
          size="xs"
          label={words.reason}
          description={words.hint}
          data={words.usual}
          value={reason}
          onChange={setReason}
          data-autofocus
        />
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
