import { shown } from '../../lib/values'
import { lists } from '../../strings/lists'
import { type CustomField, kindOf } from '../filters/customFilter'
import { CUSTOM } from './custom'
import { sortBy } from './customOrder'
import { customValue, type ListColumn, type ListedRow } from './row'

/** The column of a custom field, sorted by as what its values are. */
export function customColumn<Row extends ListedRow>(field: CustomField): ListColumn<Row, never> {
  const { name, label } = field
  const type = SORTED_AS[kindOf(field)]
  return {
    id: CUSTOM + name,
    header: label,
    width: 150,
    group: lists.groups.custom,
    value: (row) => customValue(row, name),
    cell: (row) => shown(customValue(row, name)),
    ...(type && { sort: sortBy(name, type) }),
    editing: { kind: 'custom', key: name },
  }
}

const SORTED_AS = { text: 'TEXT', number: 'NUMBER', dateTime: 'DATE_TIME', boolean: 'BOOLEAN', other: null } as const
