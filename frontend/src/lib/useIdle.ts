import { useEffect, useState } from 'react'

const WITHOUT_MS = 300 // where the browser does not tell
const BREATH_MS = 100 // so that somebody who acts at once is heard before anything is begun
const LONGEST_MS = 2_000

/**
 * Whether the browser had a moment with nothing to do since this part of the page is there: then what may wait is done. All
 * parts that wait are told at once, and drawn together.
 */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const rest = () => setIdle(true)
    if (waiting.size === 0) wait()
    waiting.add(rest)
    return () => {
      waiting.delete(rest)
    }
  }, [])
  return idle
}

const waiting = new Set<() => void>()

function wait() {
  if ('requestIdleCallback' in window) moment(() => setTimeout(() => moment(tell), BREATH_MS))
  else setTimeout(tell, WITHOUT_MS)
}

function moment(then: () => unknown) {
  requestIdleCallback(then, { timeout: LONGEST_MS })
}

function tell() {
  const told = [...waiting]
  waiting.clear()
  for (const each of told) each()
}
