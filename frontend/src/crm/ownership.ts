import type { IdFilter } from '../gql/graphql'

/** Whose records a list shows. An owner's own id stands behind a `=`, so that no id can be taken for a word. */
export type Ownership = 'mine' | 'all' | 'nobody' | `=${string}`

/** What an address says of owners. */
export function ownershipIn(value: string | null, usual: Ownership): Ownership {
  if (value === 'mine' || value === 'all' || value === 'nobody') return value
  return value?.startsWith('=') && value.length > 1 ? (value as Ownership) : usual
}

/** The filter that finds them; none for everybody's, nor for the own records of a key, which owns nothing. */
export function owned(ownership: Ownership, viewerId: string | undefined): { ownerId?: IdFilter } {
  if (ownership === 'nobody') return { ownerId: { isNull: true } }
  if (ownership === 'mine') return viewerId === undefined ? {} : { ownerId: { eq: viewerId } }
  return ownership === 'all' ? {} : { ownerId: { eq: ownership.slice(1) } }
}
