import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { LINE_HEIGHT } from './gap'

/** How high the head of a table is, which stands before its lines. */
export const HEAD_HEIGHT = 34
const OVERSCAN = { first: 0, later: 12 } // lines out of sight, which scrolling finds there
const OTHER_PARTS = 101 // pixels of the window that most pages give to other things than their list

/** The lines of a table that are in sight, or nearly; more of those out of sight when the page rests. */
export function useLinesInSight(box: RefObject<HTMLElement | null>, count: number, idle: boolean) {
  return useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    // As high as it will be, or nearly, so that there are lines before anything was measured, and none to be added then.
    initialRect: { width: 0, height: window.innerHeight - OTHER_PARTS },
    observeElementRect: observed,
    overscan: idle ? OVERSCAN.later : OVERSCAN.first,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT + LINE_HEIGHT,
    scrollPaddingEnd: LINE_HEIGHT,
  })
}

/** Tells the height of the list whenever it changes: not before the page is drawn, which would be to measure it twice. */
function observed(
  { scrollElement }: { scrollElement: Element | null },
  tell: (rect: { width: number; height: number }) => void,
) {
  if (!scrollElement) return
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = scrollElement
    tell({ width: clientWidth, height: clientHeight })
  })
  observer.observe(scrollElement)
  return () => observer.disconnect()
}
