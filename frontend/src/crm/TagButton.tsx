import { Button, Popover, TagsInput } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { crm } from '../strings/crm'
import { useTagNames } from './useTagNames'

/** Opens the tags of a record; closing it gives them, where they are others than before. */
export function TagButton(props: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  const [opened, setOpened] = useState(false)
  const [tags, setTags] = useState<string[]>([])
  const names = useTagNames()
  const toggle = (open: boolean) => {
    if (open) setTags([...props.tags])
    else if (tags.join('\n') !== props.tags.join('\n')) props.onChange(tags)
    setOpened(open)
  }
  return (
    <Popover opened={opened} onChange={toggle} width={280} trapFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<Plus size={12} />}
          onClick={() => toggle(!opened)}
        >
          {crm.tags}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TagsInput
          aria-label={crm.tags}
          data={names}
          value={tags}
          onChange={setTags}
          comboboxProps={{ withinPortal: false }}
          data-autofocus
        />
      </Popover.Dropdown>
    </Popover>
  )
}
