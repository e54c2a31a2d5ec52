/** A share as people read it: `14.3 %`, without decimals from ten percent on where they are nought. */
export function percent(share: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

/** A change between two counts: `+12`, `−3`, `±0`. */
export function change(now: number, before: number): string {
  const difference = now - before
  if (difference === 0) return '±0'
  return difference > 0 ? `+${difference.toLocaleString()}` : `−${(-difference).toLocaleString()}`
}

/** The end of a scale for shares: the greatest of them, rounded up to a tenth. */
export function scaleOf(shares: readonly (number | null | undefined)[]): number {
  const greatest = Math.max(0.05, ...shares.map((each) => each ?? 0))
  return Math.min(1, Math.ceil(greatest * 10 - 1e-9) / 10)
}
