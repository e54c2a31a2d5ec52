import { useVirtualizer } from '@tanstack/react-virtual'
import { type ComponentProps, memo, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'
import styles from './GroupedRows.module.css'
import { countOf, entryOf, type Place, placeOf, type RowGroup } from './groupedPlaces'
import { type RowAct, useRows } from './useRows'
import { useScrollPlace } from './useScrollPlace'

const HEADING_HEIGHT = 44

/**
 * Rows of any number under headings, of which only those in sight are in the document. They scroll with the page, and are
 * as high as what stands in them. Keys: j and k or the arrows move, others do what `acts` says.
 */
export function GroupedRows<Row, Group extends string | number>(props: {
  /** What the list holds, for the sheet of shortcuts. */
  label: string
  groups: RowGroup<Row, Group>[]
  idOf: (row: Row) => string
  nameOf: (group: Group) => string
  isUrgent?: (group: Group) => boolean
  /** Draws a row as `li` with these properties. */
  row: (row: Row, rowProps: ComponentProps<'li'>) => ReactNode
  /** How high a row is, about. */
  rowHeight: number
  acts: RowAct[]
  /** Whether there are more rows than were read. */
  hasMore: boolean
  /** Whether the rows answer a question asked before. */
  stale?: boolean
  /** What stands at the end. */
  after?: ReactNode
  /** A name under which the place where somebody had scrolled to is remembered. */
  placeKey: string
}) {
  const { groups, idOf, rowHeight, placeKey, hasMore } = props
  const box = useRef<HTMLDivElement>(null)
  const page = () => box.current?.closest<HTMLElement>('main') ?? null
  const [margin, setMargin] = useState(0)
  const count = countOf(groups)
  const keyOf = useCallback(
    (entry: number) => {
      const { at, place } = placeOf(groups, entry)
      const row = groups[at]?.rows[place]
      return row === undefined ? `${at} ${groups[at]?.group}` : idOf(row)
    },
    [groups, idOf],
  )
  const virtual = useVirtualizer({
    count,
    getScrollElement: page,
    estimateSize: (entry) => (placeOf(groups, entry).place < 0 ? HEADING_HEIGHT : rowHeight),
    getItemKey: keyOf,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: HEADING_HEIGHT,
    scrollPaddingEnd: rowHeight,
  })
  // What stands above the list may be higher than before: the controls of the page wrap, an error is told. While the list
  // is scrolled it stays as it is, and to measure it then would lay out the page in the midst of every frame.
  useLayoutEffect(() => {
    const scrolled = page()
    if (!box.current || !scrolled || virtual.isScrolling) return
    const top = box.current.getBoundingClientRect().top - scrolled.getBoundingClientRect().top + scrolled.scrollTop
    if (Math.abs(top - margin) >= 1) setMargin(top)
  })
  useScrollPlace(placeKey, page)

  const items = virtual.getVirtualItems()
  const drawn = items.map((item) => ({ ...placeOf(groups, item.index), entry: item.index }))
  const rows = drawn.flatMap(({ at, place }) => (place < 0 ? [] : [(groups[at]?.start ?? 0) + place]))
  const { listProps, tabbed, setActive } = useRows(props.label, count - groups.length, props.acts, {
    list: box,
    drawn: [rows.at(0) ?? 0, rows.at(-1) ?? 0],
    reach: (row) => virtual.scrollToIndex(entryOf(groups, row)),
  })
  const above = (items[0]?.start ?? margin) - margin
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)
  return (
    <div {...listProps} ref={box} className={styles.groups} data-stale={props.stale || undefined}>
      <div style={{ height: above }} />
      {parted(drawn).map(({ at, heading, entries }) => {
        const group = groups[at]
        if (!group) return null
        const isWhole = !hasMore || at < groups.length - 1
        return (
          <section key={`${at} ${group.group}`} aria-label={props.nameOf(group.group)}>
            {heading !== null && (
              <h2
                ref={virtual.measureElement}
                data-index={heading}
                data-urgent={props.isUrgent?.(group.group) || undefined}
                className={styles.heading}
              >
                {props.nameOf(group.group)}
                {isWhole && <span className={styles.count}>{group.rows.length.toLocaleString()}</span>}
              </h2>
            )}
            {entries.length > 0 && (
              <ul className={styles.list}>
                {entries.map(({ place, entry }) => {
                  const row = group.rows[place]
                  if (row === undefined) return null
                  const index = group.start + place
                  return (
                    <DrawnRow
                      key={idOf(row)}
                      row={row}
                      draw={props.row}
                      index={index}
                      entry={entry}
                      isTabbed={index === tabbed}
                      isLast={place === group.rows.length - 1}
                      place={place + 1}
                      of={isWhole ? group.rows.length : -1}
                      measure={virtual.measureElement}
                      onFocus={setActive}
                    />
                  )
                })}
              </ul>
            )}
          </section>
        )
      })}
      <div style={{ height: Math.max(0, below) }} />
      {props.after}
    </div>
  )
}

type RowProps<Row> = {
  row: Row
  draw: (row: Row, rowProps: ComponentProps<'li'>) => ReactNode
  index: number
  entry: number
  isTabbed: boolean
  isLast: boolean
  place: number
  of: number
  measure: (element: HTMLElement | null) => void
  onFocus: (index: number) => void
}

function PlainRow<Row>(props: RowProps<Row>) {
  const attributes = { 'data-row': props.index, 'data-index': props.entry, 'data-last': props.isLast || undefined }
  return props.draw(props.row, {
    ...attributes,
    ref: props.measure,
    tabIndex: props.isTabbed ? 0 : -1,
    'aria-posinset': props.place,
    'aria-setsize': props.of,
    onFocus: () => props.onFocus(props.index),
  })
}

/** A row, drawn anew only when something about it changed, and not while the list is scrolled. */
const DrawnRow = memo(PlainRow) as typeof PlainRow

type Drawn = Place & { entry: number }

/** Entries that follow one another, by the group they belong to. */
function parted(drawn: Drawn[]) {
  const parts: { at: number; heading: number | null; entries: Drawn[] }[] = []
  for (const each of drawn) {
    let part = parts.at(-1)
    if (part?.at !== each.at) {
      part = { at: each.at, heading: null, entries: [] }
      parts.push(part)
    }
    if (each.place < 0) part.heading = each.entry
    else part.entries.push(each)
  }
  return parts
}
