import type { Source } from '../gql/graphql'
import { record } from '../strings/record'

/** Who did something, as people say it: Enginy is Enginy, whatever its key is called. */
export function actorName(source: Source, label: string | null): string {
  const { changedBySource } = record.timeline
  return source === 'ENGINY' ? changedBySource.ENGINY : (label ?? changedBySource[source])
}
