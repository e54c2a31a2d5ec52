import type { Column } from '../../ui/DataTable'

/** What a list knows of a row, whatever the record. */
export type ListedRow = {
  id: string
  version: number
  ownerId: string | null
  /** Left out where records have none. */
  tags?: readonly string[]
  customFields?: readonly { key: string; value: unknown }[]
}

/** How a cell is edited: the field it sets, and with what. */
export type Editing<Field extends string = string> =
  | { kind: 'text' | 'number' | 'whole' | 'amount' | 'date'; field: Field }
  | { kind: 'owner' | 'tags' | 'dealStage' }
  | { kind: 'custom'; key: string }

/** A column of a list of records: besides how it looks, its value in a CSV file and how it is edited. */
export type ListColumn<Row, Field extends string = string> = Omit<Column<Row>, 'edit'> & {
  group: string
  value: (row: Row) => unknown
  editing?: Editing<Field>
}

/** A change of one record: what the server is told, and how the row looks then. */
export type Edit = { changes: Record<string, unknown>; after: Record<string, unknown> }

/** A record's value under a custom field; undefined where the field was never sent, or not asked for. */
export function customValue(row: Pick<ListedRow, 'customFields'>, key: string): unknown {
  return row.customFields?.find((each) => each.key === key)?.value
}
