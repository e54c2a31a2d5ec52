import type { FieldShape, WishedType } from '../../gql/graphql'
import { lists } from '../../strings/lists'
import type { FilterField } from './condition'
import { OPERATORS } from './operators'

/** What a list needs to know of a custom field. */
export type CustomField = {
  name: string
  label: string
  inferredType: FieldShape | null
  wishedType: WishedType | null
}

/** A custom field as something to filter by, read as what its values are. */
export function customFilter(definition: CustomField): FilterField {
  const { name, label } = definition
  const known = kindOf(definition)
  const kind = known === 'other' ? 'text' : known
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

/** What the values of a custom field are to the schema, where a text of digits is a text; a list or an object is neither. */
export function kindOf(field: CustomField): 'text' | 'number' | 'boolean' | 'dateTime' | 'other' {
  switch (field.wishedType ?? field.inferredType) {
    case 'NUMBER':
      return 'number'
    case 'BOOLEAN':
      return 'boolean'
    case 'DATE_TIME':
      return 'dateTime'
    case 'LIST':
    case 'OBJECT':
      return 'other'
    default:
      return 'text'
  }
}
