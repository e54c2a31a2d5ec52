import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { failureOf } from '../lib/failure'
import { ui } from '../strings/ui'
import styles from './UndoToast.module.css'

const UNDO_SECONDS = 12

/** Say what was done. With `undo` it can be taken back while the note is there, by its button or by Ctrl/Cmd-Z. */
export function told(message: string, undo?: () => Promise<unknown>) {
  const id = notifications.show({
    message: undo ? <UndoToast message={message} undo={undo} onDone={() => notifications.hide(id)} /> : message,
    autoClose: (undo ? UNDO_SECONDS : 4) * 1000,
    withBorder: true,
    closeButtonProps: { 'aria-label': ui.close },
    onClose: () => {
      if (latest?.id === id) latest = null
    },
  })
  if (undo) latest = { id, undo }
}

/** Say what failed. */
export function failed(error: unknown) {
  const { message, requestId } = failureOf(error)
  notifications.show({
    color: 'red',
    title: message,
    message: requestId ? `${ui.requestId} ${requestId}` : '',
    autoClose: 10_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': ui.close },
  })
}

let latest: { id: string; undo: () => Promise<unknown> } | null = null

/** Take back what was told last, if it can be. */
export async function undoLatest() {
  const last = latest
  if (last === null) return
  latest = null
  notifications.hide(last.id)
  await takeBack(last.undo)
}

async function takeBack(undo: () => Promise<unknown>) {
  try {
    await undo()
    told(ui.undone)
  } catch (error) {
    failed(error)
  }
}

function UndoToast(props: { message: string; undo: () => Promise<unknown>; onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const undo = async () => {
    setBusy(true)
    latest = null
    await takeBack(props.undo)
    props.onDone()
  }
  return (
    <span className={styles.toast}>
      <span>{props.message}</span>
      <Button variant="light" size="compact-xs" loading={busy} onClick={undo}>
        {ui.undo}
      </Button>
    </span>
  )
}
