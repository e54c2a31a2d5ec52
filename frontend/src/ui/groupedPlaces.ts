/** Rows of a list that stand together under a heading; `start` is the place of the first among all rows. */
export type RowGroup<Row, Group> = { group: Group; start: number; rows: Row[] }

/** An entry of a list with headings: the row at a place of its group, or the group's heading, which stands at -1. */
export type Place = { at: number; place: number }

type Starts = readonly { start: number }[]

/** How many entries a list has, headings among them. */
export function countOf(groups: readonly RowGroup<unknown, unknown>[]): number {
  const last = groups.at(-1)
  return last ? last.start + last.rows.length + groups.length : 0
}

/** What stands at an entry of the list. */
export function placeOf(groups: Starts, entry: number): Place {
  const at = lastOf(groups, (group, number) => group.start + number <= entry)
  return { at, place: entry - at - 1 - (groups[at]?.start ?? 0) }
}

/** The entry at which a row stands, by its place among all rows. */
export function entryOf(groups: Starts, row: number): number {
  return row + lastOf(groups, (group) => group.start <= row) + 1
}

/** The last group for which something holds that holds for all before it. */
function lastOf(groups: Starts, holds: (group: { start: number }, number: number) => boolean): number {
  let [low, high] = [0, groups.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const group = groups[middle]
    if (group && holds(group, middle)) low = middle
    else high = middle - 1
  }
  return low
}
