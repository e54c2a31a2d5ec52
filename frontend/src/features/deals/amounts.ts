import { money } from '../../lib/values'

/** What deals are worth together, for each currency by itself: no rate of exchange is known here. */
export type Amounts = readonly { currency: string; amount: number }[]

/** Amounts with one more, or with one less where it is below nought. */
export function added(amounts: Amounts, currency: string, amount: number): Amounts {
  const known = amounts.some((each) => each.currency === currency)
  const all = known
    ? amounts.map((each) => (each.currency === currency ? { currency, amount: cents(each.amount + amount) } : each))
    : [...amounts, { currency, amount }].sort((one, other) => one.currency.localeCompare(other.currency))
  return all.filter((each) => each.amount !== 0)
}

/** Amounts of several columns together. */
export function together(all: readonly Amounts[]): Amounts {
  return all.flat().reduce<Amounts>((sum, each) => added(sum, each.currency, each.amount), [])
}

/** Amounts as people read them: `€48,000 + $1,200`. */
export function shownAmounts(amounts: Amounts): string {
  return amounts.map((each) => money(each.amount, each.currency)).join(' + ')
}

/** Sums of cents in floats go astray beyond the cents. */
function cents(amount: number): number {
  return Math.round(amount * 100) / 100
}
