import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { app } from '../strings/app'

/** Where the navigation of narrow windows stands while it is open. */
export function NavigationDrawer(props: { opened: boolean; onClose: () => void; children: ReactNode }) {
  return <Drawer size={260} title={app.name} closeButtonProps={{ 'aria-label': app.closeNavigation }} {...props} />
}
