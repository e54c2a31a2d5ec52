import { Drawer } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { app } from '../strings/app'

/** Where the navigation of narrow windows stands while it is open. */
export function NavigationDrawer(props: { opened: boolean; onClose: () => void; children: ReactNode }) {
  // What is there closed before it opens knows where the focus was, and gives it back.
  const [there, setThere] = useState(false)
  useEffect(() => setThere(true), [])
  return (
    <Drawer
      opened={props.opened && there}
      onClose={props.onClose}
      size={260}
      title={app.name}
      closeButtonProps={{ 'aria-label': app.closeNavigation }}
    >
      {props.children}
    </Drawer>
  )
}
