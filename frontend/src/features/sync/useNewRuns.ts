import { useEffect, useRef } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql'
import type { RunFilter } from '../../gql/graphql'

const LATEST = graphql(`
  query LatestRun($filter: RunFilter) {
    syncRuns(first: 1, filter: $filter) { nodes { id } }
  }
`)

const EVERY_MS = 5_000

/** Calls `onNew` when there is a run that was not there before. Asks while the page is in sight. */
export function useNewRuns(filter: RunFilter, onNew: () => void) {
  const client = useClient()
  const told = useRef(onNew)
  told.current = onNew
  const asked = JSON.stringify(filter)
  useEffect(() => {
    let latest: string | null | undefined
    let stopped = false
    const look = async () => {
      if (document.hidden) return
      const variables = { filter: JSON.parse(asked) as RunFilter }
      const { data } = await client.query(LATEST, variables, { requestPolicy: 'network-only' }).toPromise()
      if (stopped || !data) return
      const id = data.syncRuns.nodes[0]?.id ?? null
      if (latest !== undefined && id !== latest) told.current()
      latest = id
    }
    void look()
    const timer = setInterval(look, EVERY_MS)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [client, asked])
}
