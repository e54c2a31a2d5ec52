import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { addressOf, queryInAddress, savedQueries } from './savedQueries'

const schema = buildSchema(readFileSync('../graphql_schema/schema.graphql', 'utf8'))

test.each(savedQueries())('the example $id fits the schema', ({ document }) => {
  expect(validate(schema, parse(document)).map((error) => error.message)).toEqual([])
})

test.each(savedQueries())('the example $id gives its variables and no others', ({ document, variables }) => {
  const [operation] = parse(document).definitions
  const declared = operation?.kind === 'OperationDefinition' ? (operation.variableDefinitions ?? []) : []
  const named = declared.map((each) => each.variable.name.value)
  const required = declared.filter((each) => each.type.kind === 'NonNullType').map((each) => each.variable.name.value)

  expect(required.filter((name) => !(name in variables))).toEqual([])
  expect(Object.keys(variables).filter((name) => !named.includes(name))).toEqual([])
})

test('ids and titles are their own', () => {
  const queries = savedQueries()

  expect(new Set(queries.map((query) => query.id)).size).toBe(queries.length)
  expect(new Set(queries.map((query) => query.title)).size).toBe(queries.length)
})

test('an address leads back to its query', () => {
  const [first] = savedQueries()
  if (first === undefined) throw new Error('there are no examples')

  expect(queryInAddress(new URL(addressOf(first), 'http://crm.test').search)).toEqual(first)
})

test('an address may carry variables of its own', () => {
  const asked = new URLSearchParams({ example: 'one-contact', variables: '{"id":"contact_1"}' })

  expect(queryInAddress(`?${asked}`)?.variables).toEqual({ id: 'contact_1' })
})

test.each(['', '?example=none', '?variables={}'])('the address %j asks for nothing', (search) => {
  expect(queryInAddress(search)).toBeUndefined()
})

test.each(['{', '[1]', 'null', '"text"'])('variables %j in an address are left aside', (variables) => {
  const asked = new URLSearchParams({ example: 'one-contact', variables })

  expect(queryInAddress(`?${asked}`)?.variables).toEqual({ id: 'contact_…' })
})
