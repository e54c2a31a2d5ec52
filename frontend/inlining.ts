import type { DocumentNode } from 'graphql'
import type { Plugin } from 'vite'
import * as generated from './src/gql/graphql.ts'

const CALL = /\bgraphql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g
const NOTHING = JSON.stringify({ kind: 'Document', definitions: [] })

/**
 * Puts each document of a build where it is written, so that a page has its own and no others. `graphql` finds a document by
 * its text in a list of all, which would be most of the script that every page loads.
 */
export function inlining(): Plugin {
  return {
    name: 'inlining',
    apply: 'build',
    enforce: 'pre', // while the calls stand as they were written
    transform: {
      filter: { id: /\/src\/(?!gql\/).*\.tsx?$/, code: 'graphql(' },
      handler: (code) => ({ code: inlined(code, generated), map: null }),
    },
  }
}

/** Source whose calls of `graphql` are what they answer. Of a fragment only the type is used: those that spread it hold it. */
export function inlined(code: string, exported: Record<string, unknown>): string {
  return code.replaceAll(CALL, (_, kind: string, name: string) => {
    if (kind === 'fragment') return `(${NOTHING})`
    const document = documentIn(exported, name)
    if (document === undefined) throw new Error(`${name} was not generated; run the codegen`)
    return `(${JSON.stringify(document)})`
  })
}

function documentIn(exported: Record<string, unknown>, name: string): DocumentNode | undefined {
  const wanted = `${name}Document`.toLowerCase() // the codegen has its own way with capitals
  const found = Object.keys(exported).find((each) => each.toLowerCase() === wanted)
  return found === undefined ? undefined : (exported[found] as DocumentNode)
}
