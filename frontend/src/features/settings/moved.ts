/** A list with the entry at a place moved up or down by one; unchanged where there is nowhere to go. */
export function moved<Entry>(list: readonly Entry[], place: number, by: 1 | -1): Entry[] {
  const entry = list[place]
  const other = list[place + by]
  if (entry === undefined || other === undefined) return [...list]
  return list.map((each, at) => (at === place ? other : at === place + by ? entry : each))
}
