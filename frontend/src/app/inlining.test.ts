import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inlined } from '../../inlining'
import * as generated from '../gql/graphql'

const SOURCES = join(import.meta.dirname, '..')

test('a document stands where it was written, and a fragment without its fields', () => {
  const code = [
    'const LAST = graphql(`\n  query LastRuns($id: ID!) { node(id: $id) { id } }\n`)',
    'const Row = graphql(`fragment Row_row on Contact { id }`)',
  ]

  expect(code.map((each) => inlined(each, generated))).toEqual([
    `const LAST = (${JSON.stringify(generated.LastRunsDocument)})`,
    'const Row = ({"kind":"Document","definitions":[]})',
  ])
})

test('a document that was not generated ends the build', () => {
  expect(() => inlined('graphql(`query Nobody { viewer { id } }`)', generated)).toThrow('Nobody was not generated')
})

test('no call of the sources is left as it is', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((each) => /\.tsx?$/.test(each) && !each.startsWith('gql') && !each.includes('.test.'))

  const left = sources.filter((each) =>
    /\bgraphql\(/.test(inlined(readFileSync(join(SOURCES, each), 'utf8'), generated)),
  )

  expect(left).toEqual([])
})
