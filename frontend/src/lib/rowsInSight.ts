const ROW = 38 // pixels: the height of a row of the long lists
const SPARE = 3 // rows, so that a first turn of the wheel finds some

/** How many rows of a long list the window can show, and a few more: what its first page holds. */
export function rowsInSight(): number {
  return Math.min(100, Math.ceil(window.innerHeight / ROW) + SPARE)
}
