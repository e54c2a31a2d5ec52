// JSON without the loss that JavaScript's numbers bring: `12345678901234567890` stays what it is.

type RawJson = { rawJSON: string }
const Exact = JSON as typeof JSON & { rawJSON?: (text: string) => RawJson; isRawJSON?: (value: unknown) => boolean }

/** The value of a JSON text. Numbers too long for JavaScript are kept as their text, where the browser can do that. */
export function parseExactly(text: string): unknown {
  return Exact.rawJSON === undefined ? JSON.parse(text) : JSON.parse(text, keepLong)
}

/** What `JSON.parse` is told by those who parse elsewhere, so that they do as `parseExactly` does. */
export function keepLong(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  if (typeof value !== 'number' || source === undefined || String(value) === source) return value
  return Exact.rawJSON !== undefined && isRounded(value, source) ? Exact.rawJSON(source) : value
}

/** The text of a number that was kept as such; undefined for everything else. */
export function exactText(value: unknown): string | undefined {
  return Exact.isRawJSON?.(value) ? (value as RawJson).rawJSON : undefined
}

function isRounded(value: number, source: string): boolean {
  return digits(String(value)) !== digits(source)
}

/** A number's digits alone: `1.50e3` and `1500` have the same ones. */
function digits(text: string): string {
  const [mantissa = ''] = text.toLowerCase().split('e')
  return mantissa.replace(/[-+.]/g, '').replace(/^0+/, '').replace(/0+$/, '')
}
