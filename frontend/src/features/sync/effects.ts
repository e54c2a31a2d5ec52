import type { Entity } from '../../gql/graphql'
import { shown } from '../../lib/values'
import type { PreviewAct } from './samples'
import { fieldOf, type Json } from './wire'

/** What would become of one field: what it holds, what it would hold, and whether that is set, cleared, or left. */
export type Effect = { field: string; now: unknown; incoming: unknown; kind: 'SET' | 'CLEAR' | 'SAME' | 'KEPT' }

/**
 * What an item would do to each field it names of a record, which is null where one would be made.
 *
 * A create fills blanks only and never clears; an update clears what it says is null, and leaves what is kept here.
 */
export function effectsOf(
  entity: Entity,
  item: Json,
  record: Json | null,
  keptHere: readonly string[],
  act: PreviewAct,
): Effect[] {
  const nested = item.customFields
  const given = Object.entries(item).filter(([name]) => !['externalId', 'crmId', 'customFields'].includes(name))
  const inner = typeof nested === 'object' && nested !== null ? Object.entries(nested) : []
  return [
    ...given.map((each) => [...each, fieldOf(entity, each[0])] as const),
    ...inner.map((each) => [...each, null] as const),
  ].map(([name, incoming, field]) => {
    const now = record === null ? null : storedIn(record, entity, field, name)
    return { field: name, now, incoming, kind: kindOf(now, incoming, act, keptHere.includes(name)) }
  })
}

function kindOf(now: unknown, incoming: unknown, act: PreviewAct, kept: boolean): Effect['kind'] {
  if (kept) return 'KEPT'
  if (shown(now) === shown(incoming)) return 'SAME'
  if (act === 'create' && shown(now) !== '') return 'KEPT'
  return shown(incoming) === '' ? 'CLEAR' : 'SET'
}

function storedIn(record: Json, entity: Entity, field: string | null, name: string): unknown {
  if (field !== null) return record[entity === 'COMPANY' && field === 'name' ? 'label' : field]
  const custom = (record.customFields as { key: string; value: unknown }[] | undefined) ?? []
  return custom.find(({ key }) => key === name)?.value ?? null
}
