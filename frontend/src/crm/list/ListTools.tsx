import type { EveryPage } from '../../lib/everyPage'
import { ColumnChooser } from '../../ui/ColumnChooser'
import type { useColumnsKept } from '../../ui/useColumnsKept'
import { ExportButton } from '../ExportButton'
import type { ListColumn } from './row'

/** What is done with a list as a whole: its columns chosen, all of it taken along as CSV. */
export function ListTools<Row extends { id: string }>(props: {
  columns: ReturnType<typeof useColumnsKept<ListColumn<Row>>>
  /** The columns of the file; those that are shown unless told. */
  exported?: ListColumn<Row>[]
  /** All rows that fit, a page at a time. */
  pages: (every: EveryPage) => AsyncIterable<Row[]>
  file: string
  /** So many of them, in words. */
  some: (count: number) => string
  onColumns: (ids: string[] | null) => void
}) {
  const { columns } = props
  return (
    <>
      <ColumnChooser
        columns={columns.all}
        shown={columns.ids}
        onChange={(ids) => {
          columns.remember(ids)
          props.onColumns(ids)
        }}
      />
      <ExportButton columns={props.exported ?? columns.shown} pages={props.pages} file={props.file} some={props.some} />
    </>
  )
}
