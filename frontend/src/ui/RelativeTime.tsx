import { useSyncExternalStore } from 'react'
import { exact, relative } from '../lib/times'

/** How long ago a moment was, kept true while the page is open; the exact one, with its zone, on hover. */
export function RelativeTime({ at }: { at: string }) {
  const now = useSyncExternalStore(subscribe, minute)
  return (
    <time dateTime={at} title={exact(at)}>
      {relative(at, now)}
    </time>
  )
}

// One clock for all times of the page, which ticks once a minute while anybody looks.
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined
let current = Date.now()

function minute(): number {
  return current
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    current = Date.now()
    ticking = setInterval(() => {
      current = Date.now()
      for (const each of listeners) each()
    }, 60_000)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(ticking)
  }
}
