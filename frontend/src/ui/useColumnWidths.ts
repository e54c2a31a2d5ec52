import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { Column } from './DataTable'

const BESIDE = { from: 768, pixels: 212 } // what wide windows give to other things beside their list
const NOTHING: never[] = []
const features = tableFeatures({ columnSizingFeature, columnResizingFeature })

/**
 * The heads of the columns of a table, each as wide as somebody made it, and how many columns are drawn: those out of sight
 * wait until the page rests, as rows do.
 */
export function useColumnWidths<Row>(
  columns: Column<Row>[],
  kept: Record<string, number> | undefined,
  onWidths: ((widths: Record<string, number>) => void) | undefined,
  idle: boolean,
) {
  const definitions = useMemo(
    () => columns.map((each) => ({ id: each.id, size: each.width, minSize: 60, maxSize: 800, accessorFn: () => null })),
    [columns],
  )
  const [widths, setWidths] = useState(kept ?? {})
  const change = (next: Record<string, number>) => {
    setWidths(next)
    onWidths?.(next)
  }
  const table = useTable({
    features,
    columns: definitions,
    data: NOTHING,
    columnResizeMode: 'onChange',
    state: { columnSizing: widths },
    onColumnSizingChange: (updater) => change(typeof updater === 'function' ? updater(widths) : updater),
  })
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  return {
    headers,
    total: table.getTotalSize(),
    drawn: idle ? columns.length : headers.filter((header) => header.getStart() < widthOfLists()).length,
    widen: (column: string, width: number) => change({ ...widths, [column]: width }),
  }
}

function widthOfLists(): number {
  return window.innerWidth - (window.innerWidth > BESIDE.from ? BESIDE.pixels : 0)
}
