import { exactText } from './exactJson'

/** A value of any shape as text for people: lists by commas, objects as JSON, yes and no. Empty for what is not there. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(shown).join(', ')
  return exactText(value) ?? JSON.stringify(value)
}

/** The number that a field holds, which tells one as text where its digits say more, such as 1.50; null for none. */
export function numberIn(entry: number | string): number | null {
  const number = typeof entry === 'number' ? entry : Number.parseFloat(entry)
  return Number.isFinite(number) ? number : null
}

/** An amount with its currency, without decimals where they are nought. */
export function money(amount: number, currency: string, locale?: string): string {
  return formatOf(currency, Number.isInteger(amount) ? 0 : 2, locale)?.format(amount) ?? `${amount} ${currency}`
}

// To make a format takes longer than to draw a row.
const formats = new Map<string, Intl.NumberFormat | null>()

/** How amounts of a currency are written; null for a word that is no currency. */
function formatOf(currency: string, decimals: number, locale: string | undefined): Intl.NumberFormat | null {
  const name = `${locale} ${currency} ${decimals}`
  let format = formats.get(name)
  if (format === undefined) {
    format = moneyFormat(currency, decimals, locale)
    formats.set(name, format)
  }
  return format
}

function moneyFormat(currency: string, decimals: number, locale: string | undefined): Intl.NumberFormat | null {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: 2 }
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits })
  } catch {
    return null
  }
}
