import { shown } from '../../lib/values'
import { lists } from '../../strings/lists'
import { CUSTOM } from './custom'
import { customValue, type ListColumn, type ListedRow } from './row'

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
