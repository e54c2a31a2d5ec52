import { Button, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { bulk as words } from '../../strings/bulk'
import { crm } from '../../strings/crm'
import { Confirm } from '../../ui/Confirm'
import { failed, told } from '../../ui/UndoToast'
import { useTeam } from '../OwnerSelect'
import { useRevert } from '../useRevert'
import styles from './BulkBar.module.css'
import { OwnerPopover, TagPopover } from './BulkPopovers'

/** What came of an act on many records. */
export type Report = { changeSetId: string | null; changed: number; failed: number }

/** The records that are meant: those that were picked, or all that fit the filter. */
export type Target<Filter> = { filter: Filter } | { ids: string[] }

/** What can be done with many records of a kind. */
export type BulkActs<Filter> = {
  addTags: (target: Target<Filter>, tags: string[]) => Promise<Report>
  removeTags: (target: Target<Filter>, tags: string[]) => Promise<Report>
  give: (target: Target<Filter>, ownerId: string | null) => Promise<Report>
  remove: (target: Target<Filter>) => Promise<Report>
}

/** Does something with the chosen records, and tells how many became what. */
export type Run<Filter> = (
  work: (target: Target<Filter>) => Promise<Report>,
  tell: (records: string) => string,
) => Promise<void>

/** What can be done with the chosen records: those that were picked, or all that fit the filter. */
export function BulkBar<Filter extends object>(props: {
  selected: ReadonlySet<string>
  /** Whether all that fit are meant, loaded or not. */
  whole: boolean
  total: number | undefined
  loaded: number
  filter: Filter | null
  acts: BulkActs<Filter>
  /** So many of them, in words. */
  some: (count: number) => string
  deleteTitle: (count: number) => string
  /** What else can be done with records of this kind. */
  more?: (run: Run<Filter>, busy: boolean) => ReactNode
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

  const run: Run<Filter> = async (work, tell) => {
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
  const add = (tags: string[]) => run((target) => acts.addTags(target, tags), words.told.tagged)
  const takeOff = (tags: string[]) => run((target) => acts.removeTags(target, tags), words.told.untagged)
  const remove = () => run(acts.remove, words.told.deleted)
  const give = (ownerId: string | null) => {
    const owner = team.find((each) => each.id === ownerId)?.name ?? crm.nobody
    return run(
      (target) => acts.give(target, ownerId),
      (given) => words.told.given(given, owner),
    )
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
      <TagPopover busy={busy} onAdd={add} onRemove={takeOff} />
      <OwnerPopover busy={busy} onGive={give} />
      {props.more?.(run, busy)}
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
        onConfirm={remove}
        onClose={() => setDeleting(false)}
      >
        {words.deleteHint}
      </Confirm>
    </section>
  )
}
