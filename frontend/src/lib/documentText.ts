import { formatDocument, stringifyDocument } from '@urql/core'
import type { DocumentNode } from 'graphql'

/** A document as urql sends it: with the name of every type, and printed its way. */
export function textOf(document: DocumentNode): string {
  return stringifyDocument(formatDocument(document) as DocumentNode)
}
