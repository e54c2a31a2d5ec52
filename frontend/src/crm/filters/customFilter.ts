import type { FieldShape, WishedType } from '../../gql/graphql'
import { lists } from '../../strings/lists'
import type { FilterField } from './condition'
import { OPERATORS } from './operators'

/** A custom field as something to filter by, read as what its values are. */
export function customFilter(definition: {
  name: string
  label: string
  inferredType: FieldShape | null
  wishedType: WishedType | null
}): FilterField {
  const { name, label } = definition
  const kind = kindOf(definition.wishedType ?? definition.inferredType)
  const operators = {
    text: OPERATORS.text,
    number: OPERATORS.number,
    boolean: OPERATORS.truth,
    dateTime: OPERATORS.date,
  }
  return {
    id: `custom:${name}`,
    label,
    group: lists.groups.custom,
    path: ['customFields'],
    wrap: (asked) => [{ key: name, [kind]: asked }],
    operators: operators[kind],
  }
}

function kindOf(type: FieldShape | WishedType | null): 'text' | 'number' | 'boolean' | 'dateTime' {
  switch (type) {
    case 'NUMBER':
    case 'COUNT':
      return 'number'
    case 'BOOLEAN':
      return 'boolean'
    case 'DATE_TIME':
      return 'dateTime'
    default:
      return 'text'
  }
}
