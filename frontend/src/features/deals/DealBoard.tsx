import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMay } from '../../crm/Viewer'
import { deals as words } from '../../strings/deals'
import { useShortcuts } from '../../ui/Shortcuts'
import { BoardColumn } from './BoardColumn'
import { type Column, keyOf } from './board'
import styles from './DealBoard.module.css'
import type { DealRow } from './dealRow'

/**
 * Deals by stage, to be moved by dragging, from the menu of a card, or by keys: the arrows go from card to card, with
 * Shift they take the card along.
 */
export function DealBoard(props: {
  columns: Column[]
  onOpen: (deal: DealRow) => void
  onMove: (deal: DealRow, to: Column) => void
  onRemove: (deal: DealRow) => void
  onMore: (column: Column) => void
}) {
  const { columns, onOpen, onMove } = props
  const mayWrite = useMay('WRITE')
  const box = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const wantsFocus = useRef(false)
  const all = columns.flatMap((each) => each.deals)
  const current = all.find(({ id }) => id === active) ?? all[0]

  // A card that moves is drawn anew in another column, and the focus goes along.
  useEffect(() => {
    if (!wantsFocus.current || !current) return
    wantsFocus.current = false
    const card = box.current?.querySelector<HTMLElement>(`[data-deal="${CSS.escape(current.id)}"]`)
    card?.focus()
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const focus = (deal: DealRow | undefined) => {
    if (!deal) return
    wantsFocus.current = true
    setActive(deal.id)
  }
  const columnOf = (deal: DealRow) => columns.findIndex(({ key }) => key === keyOf(deal))
  const within = (deal: DealRow, steps: number) => {
    const own = columns[columnOf(deal)]?.deals ?? []
    focus(own[own.findIndex(({ id }) => id === deal.id) + steps])
  }
  const across = (deal: DealRow, step: 1 | -1) => {
    const from = columnOf(deal)
    const place = columns[from]?.deals.findIndex(({ id }) => id === deal.id) ?? 0
    for (let at = from + step; columns[at]; at += step) {
      const there = columns[at]?.deals ?? []
      if (there.length > 0) return focus(there[Math.min(place, there.length - 1)])
    }
  }
  const take = (deal: DealRow, step: 1 | -1) => {
    const to = columns[columnOf(deal) + step]
    if (!mayWrite || !to) return
    focus(deal)
    onMove(deal, to)
  }
  const close = (deal: DealRow, status: 'WON' | 'LOST') => {
    const to = columns.find((each) => each.status === status)
    if (mayWrite && to) onMove(deal, to)
  }
  const actOf = (key: string): ((deal: DealRow) => void) | null => {
    switch (key) {
      case 'j':
      case 'ArrowDown':
        return (deal) => within(deal, 1)
      case 'k':
      case 'ArrowUp':
        return (deal) => within(deal, -1)
      case 'l':
      case 'ArrowRight':
        return (deal) => across(deal, 1)
      case 'h':
      case 'ArrowLeft':
        return (deal) => across(deal, -1)
      case 'Shift+ArrowRight':
        return (deal) => take(deal, 1)
      case 'Shift+ArrowLeft':
        return (deal) => take(deal, -1)
      case 'w':
        return (deal) => close(deal, 'WON')
      case 'x':
        return (deal) => close(deal, 'LOST')
      case 'e':
      case 'Enter':
        return onOpen
      default:
        return null
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-deal]')
    const deal = all.find(({ id }) => id === card?.dataset.deal)
    if (event.target !== card || !deal || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOf(`${event.shiftKey ? 'Shift+' : ''}${event.key}`)
    if (!act) return
    event.preventDefault()
    act(deal)
  }
  const enter = () => {
    const focused = document.activeElement
    if (!current || (focused !== document.body && focused?.tagName !== 'MAIN')) return false
    focus(current)
    return true
  }
  const told = (keys: string, does: string) => ({ keys, does, group: words.title, act: () => false })
  useShortcuts([
    { keys: 'j', does: words.keys.down, group: words.title, act: enter },
    { keys: 'k', does: words.keys.up, group: words.title, act: enter },
    told('l', words.keys.columns),
    told('h', words.keys.back),
    told('Enter', words.keys.open),
    ...(mayWrite
      ? [
          told('Shift ArrowRight', words.keys.right),
          told('Shift ArrowLeft', words.keys.left),
          told('w', words.keys.win),
          told('x', words.keys.lose),
        ]
      : []),
  ])
  return (
    <ul ref={box} className={styles.board} aria-label={words.title} onKeyDown={onKeyDown}>
      {columns.map((column) => (
        <BoardColumn
          key={column.key}
          column={column}
          columns={columns}
          mayWrite={mayWrite}
          active={current?.id}
          onFocus={setActive}
          onOpen={onOpen}
          onMove={onMove}
          onDrop={(id) => {
            const deal = all.find((each) => each.id === id)
            if (deal) onMove(deal, column)
          }}
          onRemove={props.onRemove}
          onMore={() => props.onMore(column)}
        />
      ))}
    </ul>
  )
}
