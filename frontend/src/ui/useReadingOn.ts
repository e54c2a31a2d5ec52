import { useEffect, useRef } from 'react'
import { type Gap, MISSING } from './gap'

const AHEAD = 30 // rows: the next page is asked for before the end is seen

/**
 * Reads on in a list when what was read comes to an end in sight, `first` to `last`: behind its rows, or where something is
 * missing between its start and its end. Returns what is to be called when somebody reaches for the list: until then, or until
 * the page is `idle`, nothing is read that is not seen.
 */
export function useReadingOn(list: {
  rows: readonly unknown[]
  hasMore: boolean
  loading: boolean
  stale?: boolean | undefined
  gap: Gap
  idle: boolean
  first: number
  last: number
  onMore: () => void
  onEarlier?: () => void
}): () => void {
  const { rows, hasMore, loading, stale, gap, idle, first, last, onMore, onEarlier } = list
  const reached = useRef(false)
  const readOn = () => {
    if (!hasMore || loading) return
    const ahead = reached.current ? AHEAD : 0
    const isBehind = gap !== null && (first + last) / 2 > gap + MISSING / 2
    if (isBehind && first <= gap + MISSING + ahead) onEarlier?.()
    if (!isBehind && last >= (gap ?? rows.length) - ahead) onMore()
  }
  useEffect(() => {
    if (stale) reached.current = false
  }, [stale])
  useEffect(() => {
    if (idle) reached.current = true
  }, [idle])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what reads on is made anew with each drawing
  useEffect(readOn, [idle, hasMore, loading, first, last, rows.length, gap, onMore])
  return () => {
    if (reached.current) return
    reached.current = true
    readOn()
  }
}
