import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ui } from '../strings/ui'

/** Asks before something is done that is hard to take back. What can be undone is done at once, with an UndoToast. */
export function Confirm(props: {
  opened: boolean
  title: string
  children: ReactNode
  action: string
  danger?: boolean
  onConfirm: () => Promise<unknown> | undefined
  onClose: () => void
}) {
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await props.onConfirm()
      props.onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <Text component="div" size="md">
        {props.children}
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={props.onClose}>
          {ui.cancel}
        </Button>
        <Button color={props.danger ? 'red' : 'indigo'} loading={busy} onClick={confirm} data-autofocus>
          {props.action}
        </Button>
      </Group>
    </Modal>
  )
}
