import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { equivalentOf } from './equivalent'

const SCHEMA = buildSchema(readFileSync('../graphql_schema/schema.graphql', 'utf8'))
const ACTS = ['sync', 'create', 'update'].flatMap((verb) => [`${verb}_contacts`, `${verb}_companies`])

test.each(ACTS)('the mutation that equals %s fits the schema', (act) => {
  const equivalent = equivalentOf(act, [{ crmId: 'contact_1', externalId: '1' }])

  expect(validate(SCHEMA, parse(equivalent?.document ?? ''))).toEqual([])
})

test('the variables are those of the call, and nothing is written until somebody says so', () => {
  expect(equivalentOf('update_contacts', [{ crmId: 'contact_1', company: 'Engines' }])?.variables).toEqual({
    updates: [{ id: 'contact_1', changes: { companyName: 'Engines' } }],
    dryRun: true,
  })
})

test('an act without an equal has none', () => {
  expect([equivalentOf('create_key', [{}]), equivalentOf('sync_contacts', [])]).toEqual([null, null])
})
