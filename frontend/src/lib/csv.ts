import { exactText } from './exactJson'

/** What makes a spreadsheet take a cell for a formula. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i
const TELEPHONE = /^\+\d{7,15}$/
/** Tells spreadsheets that the text is UTF-8. */
const MARK = '\uFEFF'

/**
 * A table as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front, which it shows
 * as text; numbers and telephone numbers stay what they are. Lists and objects are written as JSON.
 */
export function toCsv(columns: string[], rows: unknown[][]): string {
  return MARK + csvLines([columns, ...rows])
}

/** More lines of such a table, for one that is made a part at a time. */
export function csvLines(rows: unknown[][]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: unknown): string {
  const text = textOf(value)
  const safe = FORMULA.test(text) && !NUMBER.test(text) && !TELEPHONE.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return exactText(value) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
}
