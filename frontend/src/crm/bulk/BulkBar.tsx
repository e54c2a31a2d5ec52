import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { bulk as words } from '../../strings/bulk'
import { crm } from '../../strings/crm'
import { Confirm } from '../../ui/Confirm'
import { failed, told } from '../../ui/UndoToast'
import { useRevert } from '../useRevert'
import { useTeam } from '../useTeam'
import styles from './BulkBar.module.css'
import { BulkPopover } from './BulkPopover'
import { FieldEntry } from './FieldEntry'
import { OwnerEntry } from './OwnerEntry'
import type { Settable } from './settable'
import { TagsEntry } from './TagsEntry'
import type { BulkActs, Report, Target } from './useBulkActs'

/** What can be done with the chosen records: those that were picked, or all that fit the filter. */
export function BulkBar<Filter extends object>(props: {
  selected: ReadonlySet<string>
  /** Whether all that fit are meant, loaded or not. */
  whole: boolean
  total: number | undefined
  loaded: number
  filter: Filter | null
  acts: BulkActs<Filter>
  /** The fields that all of them can be given the same value of. */
  settable: Settable[]
  /** So many of them, in words. */
  some: (count: number) => string
  deleteTitle: (count: number) => string
  deleteHint?: string | undefined
  onWhole: (whole: boolean) => void
  onClear: () => void
  onDone: () => Promise<void>
}) {
  const { selected, whole, total, loaded, filter, acts } = props
  const [busy, setBusy] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const revert = useRevert()
  const team = useTeam()
  const count = whole ? (total ?? selected.size) : selected.size

  /** Does something with the chosen records, and tells how many became what. */
  const run = async (work: (target: Target<Filter>) => Promise<Report>, tell: (records: string) => string) => {
    setBusy(true)
    try {
      const report = await work(whole ? { filter: filter ?? ({} as Filter) } : { ids: [...selected] })
      props.onClear()
      await props.onDone()
      const message = tell(props.some(report.changed))
      told(report.failed > 0 ? `${message}. ${words.told.left(props.some(report.failed))}` : message, async () => {
        await revert([report.changeSetId])
        await props.onDone()
      })
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  const { tags } = acts
  const give = (ownerId: string | null) => {
    const owner = team.find((each) => each.id === ownerId)?.name ?? crm.nobody
    return run(
      (target) => acts.give(target, ownerId),
      (given) => words.told.given(given, owner),
    )
  }
  const closing =
    <Value,>(close: () => void, act: (value: Value) => unknown) =>
    (value: Value) => {
      close()
      act(value)
    }
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
      {tags && (
        <BulkPopover label={words.tag} busy={busy}>
          {(close) => (
            <TagsEntry
              onAdd={closing(close, (names) => run((target) => tags.add(target, names), words.told.tagged))}
              onRemove={closing(close, (names) => run((target) => tags.remove(target, names), words.told.untagged))}
            />
          )}
        </BulkPopover>
      )}
      <BulkPopover label={words.owner} busy={busy}>
        {(close) => <OwnerEntry onGive={closing(close, give)} />}
      </BulkPopover>
      <BulkPopover label={words.set.button} busy={busy}>
        {(close) => (
          <FieldEntry
            fields={props.settable}
            onSet={closing(close, (changes) => run((target) => acts.set(target, changes), words.told.edited))}
          />
        )}
      </BulkPopover>
      <Button variant="default" color="red" disabled={busy} onClick={() => setDeleting(true)}>
        {words.delete}
      </Button>
      <Button variant="subtle" color="gray" onClick={props.onClear}>
        {words.clear}
      </Button>
      <Confirm
        opened={deleting}
        title={props.deleteTitle(count)}
        action={words.delete}
        danger
        onConfirm={() => run(acts.remove, words.told.deleted)}
        onClose={() => setDeleting(false)}
      >
        {props.deleteHint ?? words.deleteHint}
      </Confirm>
    </section>
  )
}
