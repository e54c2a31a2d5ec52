import { memo } from 'react'
import { ui } from '../strings/ui'
import type { Column, Done } from './DataTable'
import styles from './DataTable.module.css'
import { Tick } from './Tick'

type Props<Row> = {
  row: Row
  index: number
  /** Its place in the whole list, as far as that is known. */
  place: number | undefined
  columns: Column<Row>[]
  /** How many of the columns are drawn; the others are empty. */
  drawn: number
  name: string
  active: boolean
  /** Null where rows are not chosen. */
  selected: boolean | null
  /** The column that is edited in this row. */
  editing: string | null
  onFocus: (index: number) => void
  onSelect: (index: number, range: boolean) => void
  onEdit: (index: number, column: string) => void
  onDone: Done
}

function PlainRow<Row>(props: Props<Row>) {
  const { row, index, place, columns, active, selected, editing } = props
  return (
    <tr
      className={styles.row}
      data-index={index}
      aria-rowindex={place === undefined ? undefined : place + 2}
      aria-selected={selected ?? undefined}
      tabIndex={active ? 0 : -1}
      onFocus={() => props.onFocus(index)}
    >
      {selected !== null && (
        <td className={styles.check}>
          <Tick
            label={ui.selectRow(props.name)}
            checked={selected}
            onClick={(event) => props.onSelect(index, event.shiftKey)}
          />
        </td>
      )}
      {columns.map((column, at) => {
        const edit = column.edit
        return editing === column.id && edit ? (
          <td key={column.id} data-editing>
            {edit(row, props.onDone)}
          </td>
        ) : (
          <td
            key={column.id}
            data-align={column.align}
            data-editable={edit ? true : undefined}
            onDoubleClick={edit && (() => props.onEdit(index, column.id))}
          >
            {at < props.drawn && column.cell(row)}
          </td>
        )
      })}
      <td aria-hidden="true" />
    </tr>
  )
}

/** A row of a DataTable, drawn anew only when something about it changed. */
export const DataTableRow = memo(PlainRow, (before, after) => {
  // The acts are made anew with every drawing of the list, and mean the same as long as the row and its place do.
  return (
    before.row === after.row &&
    before.index === after.index &&
    before.place === after.place &&
    before.columns === after.columns &&
    before.drawn === after.drawn &&
    before.active === after.active &&
    before.selected === after.selected &&
    before.editing === after.editing
  )
}) as typeof PlainRow
