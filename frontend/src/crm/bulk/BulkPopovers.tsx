import { Button, Group, Popover, Stack, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { bulk as words } from '../../strings/bulk'
import { OwnerSelect } from '../OwnerSelect'
import { useTagNames } from '../useTagNames'

/** Tags to give or to take off. */
export function TagPopover(props: {
  busy: boolean
  onAdd: (tags: string[]) => void
  onRemove: (tags: string[]) => void
}) {
  const [tags, setTags] = useState<string[]>([])
  const [opened, setOpened] = useState(false)
  const names = useTagNames()
  const finish = (act: (tags: string[]) => void) => {
    setOpened(false)
    setTags([])
    act(tags)
  }
  return (
    <Popover opened={opened} onChange={setOpened} width={280} trapFocus>
      <Popover.Target>
        <Button variant="default" disabled={props.busy} onClick={() => setOpened(!opened)}>
          {words.tag}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TagsInput
            label={words.tagsLabel}
            data={names}
            value={tags}
            onChange={setTags}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <Group gap="xs">
            <Button disabled={tags.length === 0} onClick={() => finish(props.onAdd)}>
              {words.addTags}
            </Button>
            <Button variant="default" disabled={tags.length === 0} onClick={() => finish(props.onRemove)}>
              {words.removeTags}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Whom to give them to. */
export function OwnerPopover(props: { busy: boolean; onGive: (ownerId: string | null) => void }) {
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={260} trapFocus>
      <Popover.Target>
        <Button variant="default" disabled={props.busy} onClick={() => setOpened(!opened)}>
          {words.owner}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <OwnerSelect
            label={words.ownerLabel}
            value={ownerId}
            onChange={setOwnerId}
            comboboxProps={{ withinPortal: false }}
            data-autofocus
          />
          <Button
            onClick={() => {
              setOpened(false)
              props.onGive(ownerId)
            }}
          >
            {words.give}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
