import { useCallback, useEffect, useRef } from 'react'
import { useClient } from 'urql'
import type { DealFilter } from '../../gql/graphql'
import { ask } from '../../lib/asking'
import { TOTALS } from './totals'

const SOON = 1_000 // milliseconds: of many changes in a row, totals are asked for once

/** What asks for the totals of these deals anew, so that whoever shows them shows what they are by then. */
export function useTotalsAnew(filters: DealFilter[]): () => void {
  const client = useClient()
  const latest = useRef(filters)
  latest.current = filters
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(
    () => () => {
      clearTimeout(waiting.current)
      waiting.current = undefined
    },
    [],
  )
  return useCallback(() => {
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined
      for (const filter of latest.current) {
        void ask(client, TOTALS, { filter }, 'network-only')
      }
    }, SOON)
  }, [client])
}
