const NOUNS: Record<string, { noun: string; query: string }> = {
  contacts: { noun: 'Contact', query: 'example_one-contact' },
  companies: { noun: 'Company', query: 'example_one-company' },
}

/** The record that an address such as `/contacts/contact_01h4…` names, and the query that shows it. */
export function recordAt(path: string): { noun: string; id: string; query: string } | null {
  const [, list = '', id = '', rest] = path.split('/')
  const kind = Object.hasOwn(NOUNS, list) ? NOUNS[list] : undefined
  if (kind === undefined || id === '' || rest !== undefined) return null
  const name = decoded(id)
  const asked = new URLSearchParams({ query: kind.query, variables: JSON.stringify({ id: name }) })
  return { noun: kind.noun, id: name, query: `/graphiql?${asked}` }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
