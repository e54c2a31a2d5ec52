import { useSyncExternalStore } from 'react'

/** What an answer cost, and what it may cost. Source: `extensions.cost` of the answer. */
export type Cost = { asked: number; allowed: number }

/** The query that was run last. `shown` is its answer as the editor shows it, which tells the tab it belongs to. */
export type LastRun = { shown: string; milliseconds: number; cost: Cost | null }

let last: LastRun | null = null
const listeners = new Set<() => void>()

/** Keep what a run took, for whoever shows it. */
export function noteRun(shown: string, milliseconds: number, result: unknown) {
  last = { shown, milliseconds, cost: costIn(result) }
  for (const tell of listeners) tell()
}

/** The last run of the whole page; null before the first. */
export function useLastRun(): LastRun | null {
  return useSyncExternalStore(subscribe, () => last)
}

/** How many rows an answer could have had, by the sizes of its pages; null if the server does not say. */
export function costIn(result: unknown): Cost | null {
  const rows = at(at(at(result, 'extensions'), 'cost'), 'rows')
  const asked = at(rows, 'asked')
  const allowed = at(rows, 'allowed')
  return typeof asked === 'number' && typeof allowed === 'number' ? { asked, allowed } : null
}

/** A time as people read it: 8 ms, 1.24 s. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function subscribe(tell: () => void) {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
