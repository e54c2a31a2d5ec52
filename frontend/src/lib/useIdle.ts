import { useEffect, useState } from 'react'

const WITHOUT_MS = 300 // where the browser does not tell

/** Whether the browser had a moment with nothing to do since this part of the page is there: then what may wait is done. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const rest = () => setIdle(true)
    if (!('requestIdleCallback' in window)) {
      const waiting = setTimeout(rest, WITHOUT_MS)
      return () => clearTimeout(waiting)
    }
    const waiting = requestIdleCallback(rest, { timeout: 2_000 })
    return () => cancelIdleCallback(waiting)
  }, [])
  return idle
}
