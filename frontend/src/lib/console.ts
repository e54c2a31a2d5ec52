import { type DocumentInput, stringifyDocument } from '@urql/core'

/** The address that opens GraphiQL with a document and its variables, so that a number can be asked for again. */
export function consoleAddress(document: DocumentInput, variables: object): string {
  const address = new URLSearchParams({ document: stringifyDocument(document) })
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length > 0) address.set('variables', JSON.stringify(given))
  return `/graphiql?${address}`
}
