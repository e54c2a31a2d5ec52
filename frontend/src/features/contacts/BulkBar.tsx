import { Button, Group, Popover, Stack, TagsInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { OwnerSelect, useTeam } from '../../crm/OwnerSelect'
import { useAct } from '../../crm/useAct'
import { useTagNames } from '../../crm/useTagNames'
import type { ContactFilter } from '../../gql/graphql'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { Confirm } from '../../ui/Confirm'
import { failed, told } from '../../ui/UndoToast'
import styles from './BulkBar.module.css'
import { ADD_TAGS, ASSIGN_OWNER, AT_ONCE, DELETE_CONTACTS, REMOVE_TAGS, RESTORE_CONTACTS } from './bulkActs'
import { everyContactId } from './everyContact'

const { selection: words, told: tells } = contacts

/** What can be done with the chosen contacts: those that were picked, or all that fit the filter. */
export function BulkBar(props: {
  selected: ReadonlySet<string>
  /** Whether all that fit are meant, loaded or not. */
  whole: boolean
  total: number | undefined
  loaded: number
  filter: ContactFilter | null
  onWhole: (whole: boolean) => void
  onClear: () => void
  onDone: () => Promise<void>
}) {
  const { selected, whole, total, loaded, filter } = props
  const [busy, setBusy] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const client = useClient()
  const act = useAct()
  const team = useTeam()
  const count = whole ? (total ?? selected.size) : selected.size

  const run = async (
    work: (ids: string[]) => Promise<unknown>,
    tell: (count: number) => string,
    back?: (ids: string[]) => Promise<unknown>,
  ) => {
    setBusy(true)
    try {
      const ids = whole ? await everyContactId(client, filter) : [...selected]
      await inParts(ids, work)
      props.onClear()
      await props.onDone()
      const undo = async () => {
        if (back) await inParts(ids, back)
        await props.onDone()
      }
      told(tell(ids.length), back && undo)
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  const remove = () =>
    run(
      (ids) => act(DELETE_CONTACTS, { ids }),
      tells.deleted,
      (ids) => act(RESTORE_CONTACTS, { ids }),
    )
  return (
    <section className={styles.bar} aria-label={words.count(count)} aria-busy={busy}>
      <Text fw={600} size="sm">
        {busy ? words.working : whole ? words.wholeChosen(count) : words.count(count)}
      </Text>
      {!whole && selected.size === loaded && total !== undefined && total > loaded && (
        <Button variant="light" onClick={() => props.onWhole(true)}>
          {words.whole(total)}
        </Button>
      )}
      <TagPopover
        busy={busy}
        onAdd={(tags) => run((ids) => act(ADD_TAGS, { ids, tags }), tells.tagged)}
        onRemove={(tags) => run((ids) => act(REMOVE_TAGS, { ids, tags }), tells.untagged)}
      />
      <OwnerPopover
        busy={busy}
        onGive={(ownerId) =>
          run(
            (ids) => act(ASSIGN_OWNER, { ids, ownerId }),
            (given) => tells.given(given, team.find((each) => each.id === ownerId)?.name ?? crm.nobody),
          )
        }
      />
      <Button variant="default" color="red" disabled={busy} onClick={() => setDeleting(true)}>
        {words.delete}
      </Button>
      <Button variant="subtle" color="gray" onClick={props.onClear}>
        {words.clear}
      </Button>
      <Confirm
        opened={deleting}
        title={words.deleteTitle(count)}
        action={words.delete}
        danger
        onConfirm={remove}
        onClose={() => setDeleting(false)}
      >
        {words.deleteHint}
      </Confirm>
    </section>
  )
}

function TagPopover(props: { busy: boolean; onAdd: (tags: string[]) => void; onRemove: (tags: string[]) => void }) {
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

function OwnerPopover(props: { busy: boolean; onGive: (ownerId: string | null) => void }) {
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
            label={contacts.columns.owner}
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

async function inParts(ids: string[], work: (ids: string[]) => Promise<unknown>) {
  for (let start = 0; start < ids.length; start += AT_ONCE) await work(ids.slice(start, start + AT_ONCE))
}
