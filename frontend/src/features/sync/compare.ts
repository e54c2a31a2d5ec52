/** What two records say of the same thing, as text, and whether it is the same. */
export type Line = { field: Field; first: string; second: string; same: boolean }

/** A contact or a company, as far as it is compared. */
export type Compared = { [name: string]: unknown } | null

export type Field = 'name' | 'title' | 'company' | 'email' | 'phone' | 'domain' | 'linkedin' | 'location'

const SOURCES: [Field, string[]][] = [
  ['name', ['name', 'companyName']],
  ['title', ['title']],
  ['company', ['contactCompany']],
  ['email', ['email']],
  ['phone', ['phone', 'mobilePhone']],
  ['domain', ['domain']],
  ['linkedin', ['linkedinUrl']],
  ['location', ['location', 'city', 'country']],
]
const TELLING_DIGITS = 9 // of a telephone number, from its end: with and without a country code it is the same telephone

/** Two records side by side; a line for each thing that one of them says. */
export function compared(first: Compared, second: Compared): Line[] {
  return SOURCES.flatMap(([field, names]) => {
    const [ours, theirs] = [valuesOf(first, names), valuesOf(second, names)]
    if (ours.length === 0 && theirs.length === 0) return []
    const known = new Set(ours.map((value) => plain(field, value)))
    const same = theirs.some((value) => known.has(plain(field, value)))
    return [{ field, first: ours.join(', '), second: theirs.join(', '), same }]
  })
}

function valuesOf(record: Compared, names: string[]): string[] {
  const values = names.map((name) => record?.[name]).filter((value) => typeof value === 'string' && value !== '')
  return [...new Set(values as string[])]
}

/** A value without what makes no difference. */
function plain(field: Field, value: string): string {
  if (field === 'phone') return value.replace(/\D/g, '').slice(-TELLING_DIGITS)
  const low = value.trim().toLowerCase()
  return field === 'linkedin' ? low.replace(/^(https?:\/\/)?([a-z]+\.)?linkedin\.com\//, '').replace(/\/+$/, '') : low
}
