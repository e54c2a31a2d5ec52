import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { ui } from '../strings/ui'
import type { Column, Order } from './DataTable'
import styles from './DataTable.module.css'

const STEP = 16

/** The head of a column: its name, by which the list is sorted, and its edge, by which it is made wider. */
export function DataTableHead(props: {
  column: Column<unknown>
  order: Order | null
  onOrder: ((order: Order) => void) | undefined
  width: number
  onWidth: (width: number) => void
  onDrag: (event: unknown) => void
}) {
  const { column, order, onOrder, width } = props
  const sorted = column.sort !== undefined && order?.field === column.sort ? order.direction : null
  const sort = () => {
    if (column.sort === undefined) return
    onOrder?.({ field: column.sort, direction: sorted === 'ASC' ? 'DESC' : 'ASC' })
  }
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={column.sort === undefined ? undefined : sorted === null ? 'none' : SORTS[sorted]}
    >
      {column.sort === undefined || !onOrder ? (
        <span className={styles.heading}>{column.header}</span>
      ) : (
        <button type="button" className={styles.heading} title={ui.sortBy(column.header)} onClick={sort}>
          {column.header}
          {sorted === 'ASC' && <ArrowUp size={13} />}
          {sorted === 'DESC' && <ArrowDown size={13} />}
        </button>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that can be moved, which hr cannot be */}
      <span
        role="separator"
        tabIndex={0}
        className={styles.edge}
        aria-orientation="vertical"
        aria-label={ui.resize(column.header)}
        aria-valuenow={width}
        aria-valuemin={60}
        aria-valuemax={800}
        onMouseDown={props.onDrag}
        onTouchStart={props.onDrag}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') props.onWidth(Math.min(800, width + STEP))
          if (event.key === 'ArrowLeft') props.onWidth(Math.max(60, width - STEP))
        }}
      />
    </th>
  )
}

const SORTS = { ASC: 'ascending', DESC: 'descending' } as const
