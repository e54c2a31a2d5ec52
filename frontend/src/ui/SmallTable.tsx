import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { ReactNode } from 'react'
import { ui } from '../strings/ui'
import styles from './SmallTable.module.css'

/** A column of a small table. `head` makes its cells the headings of their rows. */
export type SmallColumn<Row> = {
  id: string
  header: ReactNode
  align?: 'end'
  width?: number | string
  head?: boolean
  /** The word for sorting by this column; without one it is not sorted by. */
  sort?: string
  cell: (row: Row) => ReactNode
}

/** A table of so few rows that all of them are drawn. Where it is wider than its place, it scrolls by itself. */
export function SmallTable<Row>(props: {
  label: string
  columns: SmallColumn<Row>[]
  rows: readonly Row[]
  idOf: (row: Row) => string
  sort?: { by: string; direction: 'ascending' | 'descending' }
  onSort?: (by: string) => void
  empty?: ReactNode
}) {
  const { columns, sort, onSort } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div className={styles.box} tabIndex={0}>
      <table className={styles.table} aria-label={props.label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-align={column.align}
                style={{ width: column.width }}
                aria-sort={column.sort ? (column.sort === sort?.by ? sort.direction : 'none') : undefined}
              >
                {column.sort && onSort ? (
                  <button
                    type="button"
                    title={typeof column.header === 'string' ? ui.sortBy(column.header) : undefined}
                    onClick={() => onSort(column.sort as string)}
                  >
                    {column.header}
                    {column.sort === sort?.by &&
                      (sort.direction === 'ascending' ? <ArrowUp size={12} /> : <ArrowDown size={12} />)}
                  </button>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.idOf(row)}>
              {columns.map((column) =>
                column.head ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {props.rows.length === 0 && props.empty}
    </div>
  )
}
