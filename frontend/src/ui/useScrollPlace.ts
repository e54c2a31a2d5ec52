import { useLayoutEffect } from 'react'

const places = new Map<string, number>()

/** Goes back to where somebody had scrolled to under this name; whatever is shown next begins at its start. */
export function useScrollPlace(name: string, scrolled: () => HTMLElement | null) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is gone back to once for each name
  useLayoutEffect(() => {
    const page = scrolled()
    if (!page) return
    page.scrollTop = places.get(name) ?? 0
    const remember = () => places.set(name, page.scrollTop)
    page.addEventListener('scroll', remember, { passive: true })
    return () => {
      page.removeEventListener('scroll', remember)
      page.scrollTop = 0
    }
  }, [name])
}
