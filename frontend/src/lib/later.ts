import { useEffect, useReducer, useState } from 'react'

/** A part of a page that comes in a script of its own, once: null until it is there. */
export type Later<Part> = { part: Part | null; fetch: () => Promise<void> }

/** A part that is loaded when it is first fetched; one that could not be had is tried again when it is fetched anew. */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let coming: Promise<void> | null = null
  const made: Later<Part> = {
    part: null,
    fetch: () => {
      coming ??= load().then(
        (part) => {
          made.part = part
        },
        (error) => {
          coming = null
          throw error
        },
      )
      return coming
    },
  }
  return made
}

/**
 * A part of a page, fetched while the page rests, or at once if somebody asks for it before. It is drawn where it is wanted
 * without a moment of waiting in between, so that it takes the focus as if it had been there; what would open it stays as it is
 * until then. What goes wrong matters only when it is wanted.
 */
export function usePart<Part>(later: Later<Part>, when: { idle: boolean; wanted: boolean }): Part | null {
  const { idle, wanted } = when
  const [, draw] = useReducer((before: number) => before + 1, 0)
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)
  useEffect(() => {
    if (later.part !== null || !(idle || wanted)) return
    let left = false
    const fail = (error: unknown) => {
      if (wanted && !left) setFailure({ error })
    }
    later.fetch().then(() => left || draw(), fail)
    return () => {
      left = true
    }
  }, [later, idle, wanted])
  if (failure !== null) throw failure.error
  return later.part
}
