import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react'
import { useIdle } from '../lib/useIdle'
import { lists } from '../strings/lists'
import { ui } from '../strings/ui'
import styles from './DataTable.module.css'
import { DataTableHead } from './DataTableHead'
import { DataTableRow } from './DataTableRow'
import { type Gap, LINE_HEIGHT, lineOf, MISSING, rowIn, stepped } from './gap'
import { useShortcuts } from './Shortcuts'
import { Tick } from './Tick'
import { useReadingOn } from './useReadingOn'
import { useSteadyRows } from './useSteadyRows'

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

const HEAD_HEIGHT = 34
const OVERSCAN = { first: 2, later: 12 } // rows out of sight, which scrolling finds there
const OTHER_PARTS = 180 // pixels of the window that most pages give to other things than their list
const BESIDE = { from: 768, pixels: 212 } // what wide windows give to other things beside their list
const features = tableFeatures({ columnSizingFeature, columnResizingFeature })
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
  const [active, setActive] = useState(0)
  const [editing, setEditing] = useState<{ id: string; column: string } | null>(null)
  const idle = useIdle()
  const anchor = useRef(0)
  // Counts the times a row is to be focused, because that is wanted anew of the row that is active already.
  const [moves, move] = useReducer((before: number) => before + 1, 0)

  const definitions = useMemo(
    () => columns.map((each) => ({ id: each.id, size: each.width, minSize: 60, maxSize: 800, accessorFn: () => null })),
    [columns],
  )
  const [widths, setWidths] = useState(props.widths ?? {})
  const table = useTable({
    features,
    columns: definitions,
    data: NOTHING,
    columnResizeMode: 'onChange',
    state: { columnSizing: widths },
    onColumnSizingChange: (updater) => {
      const next = typeof updater === 'function' ? updater(widths) : updater
      setWidths(next)
      props.onWidths?.(next)
    },
  })
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const lines = rows.length + (loading || hasMore || gap !== null ? MISSING : 0)
  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    // As high as it will be about, so that there are rows before anything was measured.
    initialRect: { width: 0, height: window.innerHeight - OTHER_PARTS },
    observeElementRect: observed,
    overscan: idle ? OVERSCAN.later : OVERSCAN.first,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT + LINE_HEIGHT,
    scrollPaddingEnd: LINE_HEIGHT,
  })
  // Columns out of sight wait until the page rests, as rows do.
  const drawn = idle ? columns.length : headers.filter((header) => header.getStart() < widthOfLists()).length
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: each move focuses the row that is active then
  useLayoutEffect(() => {
    if (moves === 0) return
    // At once: a key that comes a moment later finds the row, and takes the focus where it will without losing it again.
    const row = rowAt(active)
    row?.focus({ preventScroll: true })
    // Unless the row is drawn only after the list has scrolled to it.
    const later = row ? 0 : requestAnimationFrame(() => rowAt(active)?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(later)
  }, [moves])

  const rowAt = (index: number) => box.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)
  const moveTo = (index: number) => {
    if (rows.length === 0) return
    const next = Math.max(0, Math.min(index, rows.length - 1))
    wantsEnd.current = false
    setActive(next)
    virtual.scrollToIndex(lineOf(next, gap))
    move()
  }
  const step = (steps: number) => moveTo(stepped(active, steps, rows.length, gap))
  const wantsEnd = useRef(false)
  const toEnd = () => {
    if (!hasMore || gap !== null || !props.onEnd) return moveTo(rows.length - 1)
    wantsEnd.current = true
    props.onEnd()
    virtual.scrollToIndex(lines - 1) // what is waited for stands there
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what was asked for is there
  useEffect(() => {
    if (wantsEnd.current && !loading) moveTo(rows.length - 1)
  }, [loading, rows])
  const select = (index: number, range: boolean) => {
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
  }
  const edit = (index: number, column?: string) => {
    const row = rows[index]
    const found = columns.find((each) => each.edit && (column === undefined || each.id === column))
    if (row && found) setEditing({ id: idOf(row), column: found.id })
  }
  const stopEditing: Done = (next) => {
    const editable = columns.filter((each) => each.edit)
    const at = editable.findIndex((each) => each.id === editing?.column)
    const beside = next && at >= 0 ? editable[at + next] : undefined
    setEditing(editing && beside ? { ...editing, column: beside.id } : null)
    if (!beside) move()
  }

  // The rows have these keys while one of them is focused; from anywhere else, j and k lead to the list.
  useShortcuts([
    { keys: 'j', does: lists.next, group: props.label, act: () => moveTo(active) },
    { keys: 'k', does: lists.previous, group: props.label, act: () => moveTo(active) },
    { keys: 'Home', does: lists.first, group: props.label, act: () => false },
    { keys: 'End', does: lists.last, group: props.label, act: () => false },
    ...(onSelect ? [{ keys: 'x', does: lists.choose, group: props.label, act: () => false }] : []),
    ...(columns.some((each) => each.edit)
      ? [
          { keys: 'e', does: lists.edit, group: props.label, act: () => false },
          { keys: 'Tab', does: lists.editNext, group: props.label, act: () => false },
        ]
      : []),
    { keys: 'Enter', does: lists.open, group: props.label, act: () => false },
  ])

  const actOf = (key: string, range: boolean): (() => unknown) | null => {
    const row = rows[active]
    switch (key) {
      case 'j':
      case 'ArrowDown':
        return () => step(1)
      case 'k':
      case 'ArrowUp':
        return () => step(-1)
      case 'PageDown':
        return () => step(15)
      case 'PageUp':
        return () => step(-15)
      case 'Home':
        return () => moveTo(0)
      case 'End':
        return toEnd
      case 'x':
      case 'X':
      case ' ':
        return () => select(active, range)
      case 'e':
        return () => edit(active)
      case 'Enter':
        return row === undefined ? null : () => props.onOpen(row)
      case 'Escape':
        return () => onSelect?.(new Set())
      default:
        return null
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest('tr[data-index]')
    if (event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOf(event.key, event.shiftKey)
    if (!act) return
    event.preventDefault()
    act()
  }

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
        style={{ width: table.getTotalSize() + (onSelect ? 36 : 0) }}
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
                onWidth={(width) => {
                  const next = { ...widths, [header.column.id]: width }
                  setWidths(next)
                  props.onWidths?.(next)
                }}
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
            const row = index === null ? undefined : rows[index]
            if (index === null || row === undefined) {
              return (
                <tr key={`waiting-${item.index}`} className={styles.row} data-waiting aria-hidden="true">
                  {onSelect && <td />}
                  {columns.map((column, place) => (
                    <td key={column.id}>
                      <i className={styles.bone} style={{ width: `${45 + ((item.index * 13 + place * 29) % 45)}%` }} />
                    </td>
                  ))}
                  <td />
                </tr>
              )
            }
            const id = idOf(row)
            return (
              <DataTableRow
                key={id}
                row={row}
                index={index}
                place={placeOf(index)}
                columns={columns}
                drawn={drawn}
                name={props.nameOf(row)}
                active={index === active}
                selected={selected?.has(id) ?? null}
                editing={editing?.id === id ? editing.column : null}
                onFocus={setActive}
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

const NOTHING: never[] = []

function widthOfLists(): number {
  return window.innerWidth - (window.innerWidth > BESIDE.from ? BESIDE.pixels : 0)
}

/** Tells the height of the list whenever it changes: not before the page is drawn, which would be to measure it twice. */
function observed(
  { scrollElement }: { scrollElement: Element | null },
  tell: (rect: { width: number; height: number }) => void,
) {
  if (!scrollElement) return
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = scrollElement
    tell({ width: clientWidth, height: clientHeight })
  })
  observer.observe(scrollElement)
  return () => observer.disconnect()
}
