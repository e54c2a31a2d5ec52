import type { NullSafety } from '../../gql/graphql'

/** What Enginy sends of the lead of the example. */
export const SENT = { email: 'ada@example.com', firstName: 'Ada', title: 'Engineer', phone: null }

/** What is known here of it, by our names; a custom field has its name as value. */
const KNOWN: Record<string, unknown> = {
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  leadScore: 87,
  lifecycleStage: 'SQL',
  lastActivityAt: '2026-03-10T09:30:00Z',
  dealValue: 12000,
  ownerId: 'sales-rep-1',
}

/** The properties of an answer: what was sent, where it is repeated, with what is sent back over it. Never a null. */
export function exampleAnswer(
  syncBack: readonly { property: string; field: string }[],
  nullSafety: NullSafety,
): Record<string, unknown> {
  const repeated = nullSafety === 'ECHO' ? Object.entries(SENT).filter(([, value]) => value !== null) : []
  const sentBack = syncBack.flatMap(({ property, field }) => {
    const value = field.startsWith('custom:') ? `(${field.slice('custom:'.length)})` : KNOWN[field]
    return value === undefined || property === '' ? [] : [[property, value] as const]
  })
  return Object.fromEntries([...repeated, ...sentBack])
}

/** What Enginy sent and an answer leaves out: cleared, if it reads what is left out so. */
export function leftOut(answer: Record<string, unknown>): string[] {
  return Object.entries(SENT).flatMap(([name, value]) => (value !== null && !(name in answer) ? [name] : []))
}
