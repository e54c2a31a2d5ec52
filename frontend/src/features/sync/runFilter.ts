import type { Door, Entity, RunFilter, RunStatus } from '../../gql/graphql'

/** What Enginy may call for, by the names of the resolvers. */
export const ENGINY_ACTS = [
  'sync_contacts',
  'create_contacts',
  'update_contacts',
  'sync_companies',
  'create_companies',
  'update_companies',
  'associate_contacts',
  'create_activities',
  'create_activity',
  'create_task',
  'create_tasks',
  'update_task',
  'update_tasks',
]

export const STATUSES = ['SUCCEEDED', 'PARTLY', 'REFUSED', 'FAILED', 'UNFINISHED'] as const satisfies RunStatus[]
export const DOORS = ['REST', 'GRAPHQL', 'CLI'] as const satisfies Door[]
export const ENTITIES = ['CONTACT', 'COMPANY'] as const satisfies Entity[]
export const PERIODS = ['1', '7', '30'] as const

/** The schema's filter for what the address of the list says; periods begin with a whole minute, so that it stays the same. */
export function runFilterIn(params: URLSearchParams, now: Date): RunFilter {
  const act = params.get('act') ?? 'enginy'
  const status = STATUSES.find((each) => each === params.get('status'))
  const entity = ENTITIES.find((each) => each === params.get('entity'))
  const door = DOORS.find((each) => each === params.get('door'))
  const days = PERIODS.find((each) => each === params.get('period'))
  const since = Math.floor(now.getTime() / 60_000) * 60_000 - Number(days) * 86_400_000
  return {
    ...(act === 'enginy' ? { source: { eq: 'ENGINY' } } : act === 'all' ? {} : { act: { eq: act } }),
    ...(status ? { status: { eq: status } } : {}),
    ...(entity ? { entity } : {}),
    ...(door ? { door: { eq: door } } : {}),
    ...(days ? { startedAt: { gte: new Date(since).toISOString() } } : {}),
  }
}
