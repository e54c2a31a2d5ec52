import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react'
import { isTyping, keysOf } from '../lib/keys'

/** What keys do: `keys` such as `mod+k`, `?` or `g c`. `act` answers false to let the browser have the key after all. */
export type Shortcut = { keys: string; does: string; group: string; act: () => unknown }

type Registry = { add: (shortcuts: Shortcut[]) => () => void; all: () => Shortcut[] }

const ShortcutContext = createContext<Registry | null>(null)
const SEQUENCE_MS = 1200

/**
 * Listens to keys for the whole page and hands them to the shortcuts that parts of it have registered. Those are there as
 * soon as the part can be seen.
 */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(makeRegistry)
  useLayoutEffect(() => {
    let before: { key: string; at: number } | null = null
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const keys = keysOf(event)
      const modified = keys.startsWith('mod+')
      if (!modified && (isTyping(event.target) || isInDialog(event.target))) return
      const sequence = before && event.timeStamp - before.at < SEQUENCE_MS ? `${before.key} ${keys}` : null
      // What was registered last stands for the part of the page that was opened last.
      const shortcuts = registry.all().toReversed()
      const found = shortcuts.find((each) => each.keys === sequence) ?? shortcuts.find((each) => each.keys === keys)
      before = { key: keys, at: event.timeStamp }
      if (found && found.act() !== false) {
        event.preventDefault()
        before = null
      }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [registry])
  return <ShortcutContext value={registry}>{children}</ShortcutContext>
}

/** Have shortcuts while this part of the page is there. Inside a dialog, and while somebody types, they rest. */
export function useShortcuts(shortcuts: Shortcut[]) {
  const registry = useContext(ShortcutContext)
  const current = useRef(shortcuts)
  current.current = shortcuts
  const named = shortcuts.map(({ keys, does, group }) => `${group}|${keys}|${does}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is registered calls the latest act by itself
  useLayoutEffect(() => {
    return registry?.add(
      shortcuts.map((each) => ({
        ...each,
        act: () => current.current.find(({ keys }) => keys === each.keys)?.act(),
      })),
    )
  }, [registry, named])
}

/** Every shortcut that works on the page as it is, in the order they were registered. */
export function useAllShortcuts(): Shortcut[] {
  return useContext(ShortcutContext)?.all() ?? []
}

function makeRegistry(): Registry {
  let groups: Shortcut[][] = []
  return {
    add: (shortcuts) => {
      groups = [...groups, shortcuts]
      return () => {
        groups = groups.filter((each) => each !== shortcuts)
      }
    },
    all: () => groups.flat(),
  }
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null
}
