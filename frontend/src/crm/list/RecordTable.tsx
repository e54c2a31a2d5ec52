import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { later, usePart } from '../../lib/later'
import { useIdle } from '../../lib/useIdle'
import type { PagedList } from '../../lib/usePages'
import { type Column, DataTable, type Order } from '../../ui/DataTable'
import { ErrorNote } from '../../ui/ErrorNote'
import type { useColumnsKept } from '../../ui/useColumnsKept'
import type { Settable } from '../bulk/settable'
import type { BulkActs } from '../bulk/useBulkActs'
import { useMay } from '../Viewer'
import type { CellEditor } from './CellEditor'
import type { Edit, ListColumn, ListedRow } from './row'

const BULK_BAR = later(async () => (await import('../bulk/BulkBar')).BulkBar)
const CELL_EDITOR = later(async () => (await import('./CellEditor')).CellEditor)

/** What a table says of its records. */
export type TableWords = {
  title: string
  /** So many of them, in words. */
  some: (count: number) => string
  deleteTitle: (count: number) => string
  /** What it means to delete them; what it means for contacts unless told. */
  deleteHint?: string
}

/** Records as rows, edited in place, and chosen to do something with many at once. */
export function RecordTable<Row extends ListedRow, Filter extends object>(props: {
  /** A name under which the place where somebody had scrolled to is remembered. */
  placeKey: string
  words: TableWords
  columns: ReturnType<typeof useColumnsKept<ListColumn<Row>>>
  list: PagedList<{ id: string }>
  rows: Row[]
  nameOf: (row: Row) => string
  onEdit: (row: Row, column: string, edit: Edit) => void
  onOpen: (row: Row) => void
  order: Order | null
  onOrder: (order: Order) => void
  /** Which records these are; null for all there are. */
  filter: Filter | null
  acts: BulkActs<Filter>
  settable: Settable[]
  /** Reads again, after many records were changed. */
  onDone: () => Promise<void>
  /** What stands in place of rows when there are none. */
  empty: ReactNode
}) {
  const { words, columns, list, rows, onEdit, filter } = props
  const navigate = useNavigate()
  const mayWrite = useMay('WRITE')
  const [selected, setSelected] = useState(NONE)
  const [whole, setWhole] = useState(false)
  const isChosen = selected.size > 0 || whole
  const idle = useIdle()
  const BulkBar = usePart(BULK_BAR, { idle: idle && mayWrite, wanted: isChosen })
  usePart(CELL_EDITOR, { idle: idle && mayWrite, wanted: false })
  const select = useCallback((ids: ReadonlySet<string>) => {
    setSelected(ids)
    setWhole(false)
  }, [])
  const unselect = useCallback(() => select(NONE), [select])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen of other rows is not meant any more
  useEffect(unselect, [filter, unselect])
  const drawn = useMemo(
    () => (mayWrite ? columns.shown.map((each) => editable(each, onEdit)) : columns.shown),
    [columns.shown, mayWrite, onEdit],
  )
  const failure = list.error !== null && <ErrorNote error={list.error} onRetry={list.reload} />
  return (
    <>
      {rows.length > 0 && failure}
      <DataTable
        label={words.title}
        columns={drawn}
        rows={rows}
        idOf={idOf}
        nameOf={props.nameOf}
        total={list.total}
        hasMore={list.hasMore}
        loading={list.loading}
        stale={list.stale}
        gap={list.gap}
        onMore={list.more}
        onEarlier={list.earlier}
        onEnd={list.toEnd}
        onOpen={props.onOpen}
        onFollow={navigate}
        order={props.order}
        onOrder={props.onOrder}
        {...(mayWrite ? { selected, onSelect: select } : {})}
        widths={columns.widths}
        onWidths={columns.setWidths}
        placeKey={props.placeKey}
        empty={failure || props.empty}
      />
      {isChosen && BulkBar && (
        <BulkBar
          selected={selected}
          whole={whole}
          total={list.total}
          loaded={rows.length}
          filter={filter}
          acts={props.acts}
          settable={props.settable}
          some={words.some}
          deleteTitle={words.deleteTitle}
          deleteHint={words.deleteHint}
          onWhole={setWhole}
          onClear={unselect}
          onDone={props.onDone}
        />
      )}
    </>
  )
}

function idOf(row: ListedRow): string {
  return row.id
}

function editable<Row extends ListedRow>(
  column: ListColumn<Row>,
  onEdit: (row: Row, column: string, edit: Edit) => void,
): Column<Row> {
  const { editing } = column
  if (!editing) return column
  return {
    ...column,
    edit: (row, done) => (
      <Editor
        before={column.cell(row)}
        row={row}
        label={column.header}
        editing={editing}
        onSave={(edit) => onEdit(row, column.header, edit)}
        onDone={done}
      />
    ),
  }
}

/** A cell that is edited, or what stood in it before, until it can be. */
function Editor({ before, ...props }: Parameters<typeof CellEditor>[0] & { before: ReactNode }) {
  const CellEditor = usePart(CELL_EDITOR, EDITED)
  return CellEditor ? <CellEditor {...props} /> : before
}

const NONE: ReadonlySet<string> = new Set() // one for all: to choose none of none draws nothing anew
const EDITED = { idle: false, wanted: true }
