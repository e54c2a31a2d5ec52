import { Button, Group, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { bulk as words } from '../../strings/bulk'
import { useTagNames } from '../useTagNames'

/** Tags to give or to take off. */
export function TagsEntry(props: { onAdd: (tags: string[]) => void; onRemove: (tags: string[]) => void }) {
  const [tags, setTags] = useState<string[]>([])
  const names = useTagNames()
  return (
    <>
      <TagsInput
        label={words.tagsLabel}
        data={names}
        value={tags}
        onChange={setTags}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
      />
      <Group gap="xs">
        <Button disabled={tags.length === 0} onClick={() => props.onAdd(tags)}>
          {words.addTags}
        </Button>
        <Button variant="default" disabled={tags.length === 0} onClick={() => props.onRemove(tags)}>
          {words.removeTags}
        </Button>
      </Group>
    </>
  )
}
