import { Button, Popover } from '@mantine/core'
import Columns3 from 'lucide-react/icons/columns-3'
import { cloneElement, useState } from 'react'
import { later, usePart } from '../lib/later'
import { useIdle } from '../lib/useIdle'
import { lists } from '../strings/lists'
import type { ColumnChoice } from './ColumnChoice'

const CHOICE = later(async () => (await import('./ColumnChoice')).ColumnChoice)

/** Chooses which columns a list shows, and in which order. The first one always stays. */
export function ColumnChooser(props: Parameters<typeof ColumnChoice>[0]) {
  const [clicked, setClicked] = useState(false)
  const Choice = usePart(CHOICE, { idle: useIdle(), wanted: clicked })
  // What it opens takes longer to make than the button, and waits until the list is there.
  if (Choice === null) return cloneElement(BUTTON, { 'aria-haspopup': 'dialog', onClick: () => setClicked(true) })
  return (
    <Popover defaultOpened={clicked} position="bottom-end" width={300} trapFocus>
      <Popover.Target>{BUTTON}</Popover.Target>
      <Popover.Dropdown>
        <Choice {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

const BUTTON = (
  <Button variant="default" leftSection={<Columns3 size={15} />}>
    {lists.columns.button}
  </Button>
)
