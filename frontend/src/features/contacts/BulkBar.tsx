import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTeam } from '../../crm/OwnerSelect'
import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import type { ContactFields, ContactFilter } from '../../gql/graphql'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { Confirm } from '../../ui/Confirm'
import { failed, told } from '../../ui/UndoToast'
import styles from './BulkBar.module.css'
import { FieldPopover, OwnerPopover, TagPopover } from './BulkPopovers'
import { ADD_TAGS, ASSIGN_OWNER, DELETE_CONTACTS, EDIT_CONTACTS, REMOVE_TAGS } from './bulkActs'

const { selection: words, told: tells } = contacts

type Report = { changeSetId: string | null; changed: number; failed: number }

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
  const act = useAct()
  const revert = useRevert()
  const team = useTeam()
  const count = whole ? (total ?? selected.size) : selected.size

  const target = whole ? { filter: filter ?? {} } : { ids: [...selected] }
  const run = async (work: () => Promise<Report>, tell: (count: number) => string) => {
    setBusy(true)
    try {
      const { changeSetId, changed, failed: left } = await work()
      props.onClear()
      await props.onDone()
      const message = left > 0 ? `${tell(changed)}. ${tells.left(left)}` : tell(changed)
      told(message, async () => {
        await revert([changeSetId])
        await props.onDone()
      })
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  const add = (tags: string[]) => run(async () => (await act(ADD_TAGS, { ...target, tags })).addTags, tells.tagged)
  const takeOff = (tags: string[]) =>
    run(async () => (await act(REMOVE_TAGS, { ...target, tags })).removeTags, tells.untagged)
  const set = (changes: ContactFields) =>
    run(async () => (await act(EDIT_CONTACTS, { ...target, changes })).editContacts, tells.edited)
  const remove = () => run(async () => (await act(DELETE_CONTACTS, target)).deleteContacts, tells.deleted)
  const give = (ownerId: string | null) =>
    run(
      async () => (await act(ASSIGN_OWNER, { ...target, ownerId })).assignOwner,
      (given) => tells.given(given, team.find((each) => each.id === ownerId)?.name ?? crm.nobody),
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
      <TagPopover busy={busy} onAdd={add} onRemove={takeOff} />
      <OwnerPopover busy={busy} onGive={give} />
      <FieldPopover busy={busy} onSet={set} />
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
