/** The ticks of an axis that begins at nought: a few round numbers, the last of which is no less than the greatest value. */
export function ticksFor(greatest: number, wished = 4): number[] {
  if (!(greatest > 0)) return [0, 1]
  const rough = greatest / wished
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power
  const count = Math.ceil(greatest / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)))
}

/** As `ticksFor`, for what is counted: no tick lies between whole numbers. */
export function wholeTicksFor(greatest: number, wished = 4): number[] {
  const ticks = ticksFor(greatest, wished)
  return ticks.every(Number.isInteger)
    ? ticks
    : Array.from({ length: Math.max(1, Math.ceil(greatest)) + 1 }, (_, n) => n)
}

/** Which of so many labels are written where there is room for some: evenly spaced, the last of all among them. */
export function labelledOf(count: number, room: number): Set<number> {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)))
  const labelled = new Set<number>()
  for (let place = count - 1; place >= 0; place -= every) labelled.add(place)
  return labelled
}
