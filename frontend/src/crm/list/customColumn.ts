import { shown } from '../../lib/values'
import { lists } from '../../strings/lists'
import { customValue, type ListColumn, type ListedRow } from './row'

const CUSTOM = 'custom:'

/** The column of a custom field. */
export function customColumn<Row extends ListedRow>(field: { name: string; label: string }): ListColumn<Row, never> {
  const { name, label } = field
  return {
    id: CUSTOM + name,
    header: label,
    width: 150,
    group: lists.groups.custom,
    value: (row) => customValue(row, name),
    cell: (row) => shown(customValue(row, name)),
    editing: { kind: 'custom', key: name },
  }
}

/** Whether any of these columns needs the custom fields of a record, which are not asked for otherwise. */
export function needsCustom(ids: readonly string[]): boolean {
  return ids.some((id) => id.startsWith(CUSTOM))
}
