/**
 * Where a list stands that was read from its start and from its end, with something between that was not: after so many rows.
 * Null where nothing is missing in the midst.
 */
export type Gap = number | null

/** The height of a line of a list, in pixels. */
export const LINE_HEIGHT = 38

/** Lines that stand in the list for all that is missing there. */
export const MISSING = 6

/** The line of the drawn list in which a row stands. */
export function lineOf(row: number, gap: Gap): number {
  return gap !== null && row >= gap ? row + MISSING : row
}

/** The row that stands in a line; null where that is missing. */
export function rowIn(line: number, gap: Gap): number | null {
  if (gap === null || line < gap) return line
  return line < gap + MISSING ? null : line - MISSING
}

/** The row so many steps from another: never one beyond what is missing, which was not seen on the way. */
export function stepped(from: number, steps: number, count: number, gap: Gap): number {
  const [least, most] = gap === null ? [0, count - 1] : from < gap ? [0, gap - 1] : [gap, count - 1]
  return Math.max(least, Math.min(from + steps, most))
}
