import { useCallback, useRef } from 'react'
import type { PagedList } from '../../lib/usePages'
import { lists } from '../../strings/lists'
import { failed, told } from '../../ui/UndoToast'
import { useRevert } from '../useRevert'
import type { Edit, ListedRow } from './row'

/** A change of one record as it was read. */
export type RowUpdate = { id: string; changes: Record<string, unknown>; expectedVersion: number }

/** Changes a record on the server; answers the record as it is then. What goes wrong is thrown. */
export type Save<Node> = (update: RowUpdate) => Promise<{ changeSetId: string | null; node: Node | null }>

/**
 * Changes records in place: the row shows the change at once, and what it was again if the server says no. Changes of one
 * record wait for one another. Whoever else wrote the record meanwhile wins: their version is shown.
 */
export function useEdits<Row extends ListedRow, Node extends { id: string }>(
  list: PagedList<Node>,
  save: Save<Node>,
  nameOf: (row: Row) => string,
) {
  const revert = useRevert()
  const latest = useRef({ list, save, nameOf })
  latest.current = { list, save, nameOf }
  /** Of the records that are being changed, the version that the last change of each will leave. */
  const versions = useRef(new Map<string, Promise<number>>())

  return useCallback(
    async (row: Row, column: string, { changes, after }: Edit) => {
      const { save, nameOf } = latest.current
      // A masked node is the row itself; masking is a matter of types.
      const put = (change: (node: Node) => Node) =>
        latest.current.list.replace((node) => (node.id === row.id ? change(node) : node))
      const isLast = () => versions.current.get(row.id) === version
      const before = versions.current.get(row.id)
      const work = async () => {
        const expectedVersion = Math.max(row.version, (await before) ?? 0)
        return save({ id: row.id, changes, expectedVersion })
      }
      put((node) => ({ ...node, ...after }))
      const saving = work()
      const version = saving.then(
        ({ node }) => (node as unknown as Row | null)?.version ?? row.version,
        () => row.version,
      )
      versions.current.set(row.id, version)
      try {
        const { changeSetId, node } = await saving
        if (node && isLast()) put(() => node)
        told(lists.changed(column, nameOf(row)), async () => {
          await revert([changeSetId])
          await latest.current.list.reload()
        })
      } catch (error) {
        put((node) => ({ ...node, ...row }))
        failed(error)
        void latest.current.list.reload()
      } finally {
        if (isLast()) versions.current.delete(row.id)
      }
    },
    [revert],
  )
}
