import { createHash } from 'node:crypto'
import type { DocumentNode } from 'graphql'
import type { Plugin } from 'vite'
import * as generated from './src/gql/graphql.ts'
import { textOf } from './src/lib/documentText.ts'

const IDS = 'virtual:document-ids'

/** Every query, mutation and subscription of the pages by its name, as the text that urql sends. */
export function textsOf(exported: Record<string, unknown>): Map<string, string> {
  const documents = Object.values(exported).filter(isDocument)
  return new Map(
    documents.flatMap((document) => {
      const operation = document.definitions.find((each) => each.kind === 'OperationDefinition')
      return operation?.name ? [[operation.name.value, textOf(document)]] : []
    }),
  )
}

/**
 * Puts `documents.json` into a build: the texts of its documents by their hashes, which the server registers. The pages
 * have the ids alone, by the names of the operations.
 */
export function manifest(): Plugin {
  const texts = [...textsOf(generated)].map(([name, text]) => ({ name, text, hash: hashOf(text) }))
  return {
    name: 'manifest',
    resolveId: (source) => (source === IDS ? `\0${IDS}` : null),
    load: (id) => {
      if (id !== `\0${IDS}`) return null
      const ids = Object.fromEntries(texts.map(({ name, hash }) => [name, `sha256:${hash}`]))
      return `export const ids = ${JSON.stringify(ids)}`
    },
    generateBundle() {
      const byHash = Object.fromEntries(texts.map(({ text, hash }) => [hash, text]))
      this.emitFile({ type: 'asset', fileName: 'documents.json', source: JSON.stringify(byHash) })
    },
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Document'
}
