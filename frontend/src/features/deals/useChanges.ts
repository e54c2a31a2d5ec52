import { useEffect, useRef } from 'react'

/** Reads again when `changes`, any number, is another than it was: when something may have changed. */
export function useChanges(changes: number, reload: () => unknown) {
  const seen = useRef(changes)
  useEffect(() => {
    if (seen.current === changes) return
    seen.current = changes
    void reload()
  }, [changes, reload])
}
