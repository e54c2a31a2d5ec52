import type { KeyboardEvent } from 'react'
import { lists } from '../strings/lists'
import { useShortcuts } from './Shortcuts'
import type { useActiveRow } from './useActiveRow'

const PAGE = 15 // rows

/** What keys do in a table; without what somebody may not do there. */
export function useTableKeys(table: {
  label: string
  active: ReturnType<typeof useActiveRow>
  onOpen: (() => void) | null
  onEdit: (() => void) | null
  onSelect: ((range: boolean) => void) | null
  onSelectNone: () => void
}): (event: KeyboardEvent<HTMLElement>) => void {
  const { label: group, active } = table

  // The rows have these keys while one of them is focused; from anywhere else, j and k lead to the list.
  useShortcuts([
    { keys: 'j', does: lists.next, group, act: () => active.moveTo(active.index) },
    { keys: 'k', does: lists.previous, group, act: () => active.moveTo(active.index) },
    { keys: 'Home', does: lists.first, group, act: () => false },
    { keys: 'End', does: lists.last, group, act: () => false },
    ...(table.onSelect ? [{ keys: 'x', does: lists.choose, group, act: () => false }] : []),
    ...(table.onEdit
      ? [
          { keys: 'e', does: lists.edit, group, act: () => false },
          { keys: 'Tab', does: lists.editNext, group, act: () => false },
        ]
      : []),
    { keys: 'Enter', does: lists.open, group, act: () => false },
  ])

  const actOf = (key: string, range: boolean): (() => unknown) | null => {
    switch (key) {
      case 'j':
      case 'ArrowDown':
        return () => active.step(1)
      case 'k':
      case 'ArrowUp':
        return () => active.step(-1)
      case 'PageDown':
        return () => active.step(PAGE)
      case 'PageUp':
        return () => active.step(-PAGE)
      case 'Home':
        return () => active.moveTo(0)
      case 'End':
        return active.toEnd
      case 'x':
      case 'X':
      case ' ':
        return () => table.onSelect?.(range)
      case 'e':
        return () => table.onEdit?.()
      case 'Enter':
        return table.onOpen
      case 'Escape':
        return table.onSelectNone
      default:
        return null
    }
  }
  return (event) => {
    const row = (event.target as HTMLElement).closest('tr[data-index]')
    if (event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOf(event.key, event.shiftKey)
    if (!act) return
    event.preventDefault()
    act()
  }
}
