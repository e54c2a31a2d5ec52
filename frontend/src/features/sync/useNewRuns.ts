import { useSubscription } from 'urql'
import { graphql } from '../../gql'
import type { RunFilter } from '../../gql/graphql'

const FINISHED = graphql(`
  subscription RunFinished($filter: RunFilter) {
    syncRunFinished(filter: $filter) { missed run { id } }
  }
`)

/** Calls `onNew` when a run ends that the filter lets through, or when some may have ended unseen. */
export function useNewRuns(filter: RunFilter, onNew: () => void) {
  useSubscription({ query: FINISHED, variables: { filter } }, (_, finished) => {
    onNew()
    return finished
  })
}
