import type { CustomValueType } from '../../gql/graphql'
import type { Order } from '../../ui/DataTable'
import { CUSTOM } from './custom'

// A list that is sorted by a custom field says so with the word of its column: `custom:NUMBER:budget`.

/** What a list is ordered by, as the schema takes it. */
export type AskedOrder = Order | { customField: { key: string; type: CustomValueType }; direction: Order['direction'] }

/** The word for sorting by a custom field, read as values of a type. */
export function sortBy(key: string, type: CustomValueType): string {
  return `${CUSTOM}${type}:${key}`
}

/** An order as the schema takes it. */
export function askedOrder({ field, direction }: Order): AskedOrder {
  const [, type, key] = field.match(CUSTOM_SORT) ?? []
  return type === undefined || key === undefined
    ? { field, direction }
    : { customField: { key, type: type as CustomValueType }, direction }
}

/** The order that was asked for so; null for what is none, such as a script may have stored. */
export function orderAsked(asked: unknown): Order | null {
  if (typeof asked !== 'object' || asked === null || !('direction' in asked)) return null
  const { direction, field } = asked as Order
  if (typeof field === 'string') return { field, direction }
  const custom = 'customField' in asked ? (asked.customField as { key?: string; type?: CustomValueType } | null) : null
  return custom?.key === undefined ? null : { field: sortBy(custom.key, custom.type ?? 'TEXT'), direction }
}

const CUSTOM_SORT = new RegExp(`^${CUSTOM}(TEXT|NUMBER|BOOLEAN|DATE_TIME):(.*)$`, 's')
