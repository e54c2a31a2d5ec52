import { useEffect, useRef } from 'react'
import type { Told } from '../../crm/list/useNews'
import type { DealNode } from './dealRow'
import type { DealFollowing } from './useDealFollowing'

const FOLLOWED = 200 // ids of one subscription, by the schema
const SUBSCRIPTIONS = 3

/**
 * Hears of the deals of a board: of all that fit, and of those shown that may fit no more. `hear` is told of each change,
 * of one that both tell twice.
 */
export function useBoardNews(ids: readonly string[], following: DealFollowing, hear: (told: Told<DealNode>) => void) {
  const latest = useRef(hear)
  latest.current = hear
  const { shown, fitting } = following
  const followed = [...ids]
    .sort()
    .slice(0, FOLLOWED * SUBSCRIPTIONS)
    .join(' ')

  useEffect(() => fitting?.((told) => latest.current(told)), [fitting])
  useEffect(() => {
    const all = followed === '' ? [] : followed.split(' ')
    const starts = Array.from({ length: Math.ceil(all.length / FOLLOWED) }, (_, part) => part * FOLLOWED)
    const stops = starts.map((start) => shown(all.slice(start, start + FOLLOWED))((told) => latest.current(told)))
    return () => {
      for (const stop of stops) stop()
    }
  }, [followed, shown])
}
