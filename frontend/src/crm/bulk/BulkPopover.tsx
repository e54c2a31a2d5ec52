import { Button, Popover, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'

/** A button of the bar for many records, and what it opens: what is entered there is forgotten when it closes. */
export function BulkPopover(props: { label: string; busy: boolean; children: (close: () => void) => ReactNode }) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={270} trapFocus>
      <Popover.Target>
        <Button variant="default" disabled={props.busy} onClick={() => setOpened(!opened)}>
          {props.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">{props.children(() => setOpened(false))}</Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
