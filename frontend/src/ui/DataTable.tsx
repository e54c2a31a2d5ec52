import { useCallbackRef } from '@mantine/hooks'
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useIdle } from '../lib/useIdle'
import { ui } from '../strings/ui'
import styles from './DataTable.module.css'
import { DataTableHead } from './DataTableHead'
import { DataTableRow } from './DataTableRow'
import { type Gap, MISSING, rowIn } from './gap'
import { Tick } from './Tick'
import { useActiveRow } from './useActiveRow'
import { useCellEditing } from './useCellEditing'
import { useColumnWidths } from './useColumnWidths'
import { HEAD_HEIGHT, useLinesInSight } from './useLinesInSight'
import { useReadingOn } from './useReadingOn'
import { useSteadyRows } from './useSteadyRows'
import { useTableKeys } from './useTableKeys'
import { WaitingCells } from './WaitingCells'

/** A column of a list: what stands in it, and what is drawn to change that in place. */
export type Column<Row> = {
  id: string
  header: string
  width: number
  align?: 'end'
  /** The list's word for sorting by this column; without one it is not sorted by. */
  sort?: string
  cell: (row: Row) => ReactNode
  /** The field that takes the cell's place while it is edited; it calls `done` when it is through. */
  edit?: (row: Row, done: Done) => ReactNode
}

/** Ends the editing of a cell, or goes on to the one after it, or before it, that can be edited. */
export type Done = (next?: 1 | -1) => void

export type Order = { field: string; direction: 'ASC' | 'DESC' }

export type DataTableProps<Row> = {
  /** What the list holds, for screen readers: `Contacts`. */
  label: string
  columns: Column<Row>[]
  rows: Row[]
  idOf: (row: Row) => string
  nameOf: (row: Row) => string
  /** How many there are in all, if that is known. */
  total?: number | undefined
  hasMore: boolean
  loading: boolean
  /** Whether the rows are those of a question asked before, while the answer to the new one is on its way. */
  stale?: boolean
  onMore: () => void
  /** After how many rows something is missing that was not read, where the end of the list was. */
  gap?: Gap
  /** Reads on from the end of the list towards its start. */
  onEarlier?: () => void
  /** Reads the end of the list; without it, the end of what was read is the last row that keys lead to. */
  onEnd?: () => void
  onOpen: (row: Row) => void
  /** Goes to a path of the app that a link in a cell leads to; without it, links go by themselves. */
  onFollow?: (path: string) => void
  order?: Order | null
  onOrder?: (order: Order) => void
  selected?: ReadonlySet<string>
  onSelect?: (selected: Set<string>) => void
  widths?: Record<string, number>
  onWidths?: (widths: Record<string, number>) => void
  /** What stands in place of rows when there are none. */
  empty: ReactNode
  /** A name under which the place where somebody had scrolled to is remembered. */
  placeKey?: string
}

const places = new Map<string, number>()

/**
 * A list of any length as a real table, of which only the rows in sight are in the document.
 *
 * Keys: j and k or the arrows move, Home and End lead to the ends of the list, x chooses, Enter opens, e edits in place
 * and Tab goes on to the next cell; Shift and a click choose what lies between.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, idOf, selected, onSelect, hasMore, loading, gap = null } = props
  const box = useRef<HTMLDivElement>(null)
  const idle = useIdle()
  const anchor = useRef(0)
  const { headers, total, drawn, widen } = useColumnWidths(columns, props.widths, props.onWidths, idle)
  const lines = rows.length + (loading || hasMore || gap !== null ? MISSING : 0)
  const virtual = useLinesInSight(box, lines, idle)
  const items = virtual.getVirtualItems()
  const { startIndex: first, endIndex: last } = virtual.range ?? { startIndex: 0, endIndex: 0 }
  const reach = useReadingOn({ ...props, gap, idle, first, last })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is gone back to once, when there are rows
  useLayoutEffect(() => {
    const place = props.placeKey === undefined ? 0 : (places.get(props.placeKey) ?? 0)
    // To scroll is to measure the page, which takes long when all of it is new.
    if (place > 0 && rows.length > 0) box.current?.scrollTo({ top: place })
  }, [props.placeKey, rows.length > 0])

  useSteadyRows({ box, rows, idOf, gap, first, stale: props.stale })

  const active = useActiveRow({
    ...{ box, rows, gap, lines, hasMore, loading },
    onEnd: props.onEnd,
    scrollToLine: (line) => virtual.scrollToIndex(line),
  })
  const { editing, edit, stopEditing } = useCellEditing(columns, rows, idOf, active.focus)
  // One and the same act for all drawings, or each of them would draw all rows anew.
  const select = useCallbackRef((index: number, range: boolean) => {
    if (!onSelect || !selected) return
    const next = new Set(selected)
    const row = rows[index]
    if (row === undefined) return
    if (range) {
      const [from, to] = [anchor.current, index].sort((one, other) => one - other) as [number, number]
      for (const each of rows.slice(from, to + 1)) next.add(idOf(each))
    } else if (!next.delete(idOf(row))) next.add(idOf(row))
    anchor.current = index
    onSelect(next)
  })
  const open = rows[active.index]
  const onKeyDown = useTableKeys({
    label: props.label,
    active,
    onOpen: open === undefined ? null : () => props.onOpen(open),
    onEdit: columns.some((each) => each.edit) ? () => edit(active.index) : null,
    onSelect: onSelect ? (range) => select(active.index, range) : null,
    onSelectNone: () => onSelect?.(new Set()),
  })

  const follow = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as HTMLElement).closest('a')
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (event.defaultPrevented || !link || !props.onFollow || !isPlain || link.origin !== window.location.origin) return
    event.preventDefault()
    props.onFollow(link.pathname)
  }

  const above = items[0] ? items[0].start - HEAD_HEIGHT : 0
  const below = items.length > 0 ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  // Those read from the end are counted from there, if it is known how many there are.
  const placeOf = (index: number) => {
    if (gap === null || index < gap) return index
    return props.total === undefined ? undefined : props.total - rows.length + index
  }
  const chosen = onSelect ? rows.filter((row) => selected?.has(idOf(row))).length : 0
  return (
    <div
      ref={box}
      className={styles.box}
      data-stale={props.stale || undefined}
      data-rests={idle || undefined}
      onScroll={() => {
        reach()
        if (props.placeKey) places.set(props.placeKey, box.current?.scrollTop ?? 0)
      }}
    >
      {/* A table whose rows take the focus is a grid to screen readers. */}
      <table
        role="grid"
        className={styles.table}
        aria-label={props.label}
        aria-rowcount={props.total === undefined ? -1 : props.total + 1}
        aria-multiselectable={onSelect ? true : undefined}
        aria-busy={loading}
        style={{ width: total + (onSelect ? 36 : 0) }}
        onKeyDown={onKeyDown}
        onClick={follow}
        onPointerMove={reach}
        onFocus={reach}
      >
        <colgroup>
          {onSelect && <col style={{ width: 36 }} />}
          {headers.map((header) => (
            <col key={header.id} style={{ width: header.getSize() }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            {onSelect && (
              <th scope="col" className={styles.check}>
                <Tick
                  label={ui.selectLoaded}
                  checked={chosen > 0 && chosen === rows.length}
                  mixed={chosen > 0 && chosen < rows.length}
                  tabbed
                  onClick={() => onSelect(chosen === rows.length ? new Set() : new Set(rows.map(idOf)))}
                />
              </th>
            )}
            {headers.map((header, place) => (
              <DataTableHead
                key={header.id}
                column={columns[place] as Column<unknown>}
                order={props.order ?? null}
                onOrder={props.onOrder}
                width={header.getSize()}
                onWidth={(width) => widen(header.column.id, width)}
                onDrag={header.getResizeHandler()}
              />
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
          {items.map((item) => {
            const index = rowIn(item.index, gap)
            const shown = index === null ? undefined : rows[index]
            if (index === null || shown === undefined) {
              return (
                <tr key={`waiting-${item.index}`} className={styles.row} data-waiting aria-hidden="true">
                  <WaitingCells line={item.index} columns={columns} ticked={onSelect !== undefined} />
                </tr>
              )
            }
            const id = idOf(shown)
            return (
              <DataTableRow
                key={id}
                row={shown}
                index={index}
                place={placeOf(index)}
                columns={columns}
                drawn={drawn}
                name={props.nameOf(shown)}
                active={index === active.index}
                selected={selected?.has(id) ?? null}
                editing={editing?.id === id ? editing.column : null}
                onFocus={active.activate}
                onSelect={select}
                onEdit={edit}
                onDone={stopEditing}
              />
            )
          })}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
      </table>
      {rows.length === 0 && !loading && <div className={styles.empty}>{props.empty}</div>}
    </div>
  )
}
