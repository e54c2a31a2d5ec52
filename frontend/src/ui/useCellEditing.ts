import { useState } from 'react'
import type { Column, Done } from './DataTable'

/** The cell of a table that is edited in place, if one is; `onThrough` is called when it is and none beside it follows. */
export function useCellEditing<Row>(
  columns: Column<Row>[],
  rows: Row[],
  idOf: (row: Row) => string,
  onThrough: () => void,
) {
  const [editing, setEditing] = useState<{ id: string; column: string } | null>(null)
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
    if (!beside) onThrough()
  }
  return { editing, edit, stopEditing }
}
