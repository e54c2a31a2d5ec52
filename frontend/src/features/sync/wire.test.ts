import { expect, test } from 'vitest'
import { itemsIn, toLead, toUpdate } from './wire'

test('a lead has our names, and what is no field of ours is a custom field', () => {
  const item = {
    externalId: 7,
    company: 'Engines',
    leadCountry: 'Spain',
    leadScore: '5',
    tags: 'vip, new',
    id: 'x',
    budget: null,
  }

  expect(toLead('CONTACT', item)).toEqual({
    input: {
      externalId: '7',
      companyName: 'Engines',
      country: 'Spain',
      leadScore: 5,
      tags: ['vip', 'new'],
      customFields: [
        { key: 'id', value: 'x' },
        { key: 'budget', value: null },
      ],
    },
    problems: [],
  })
})

test('an update keeps null, which clears, apart from what is absent', () => {
  expect(toUpdate('CONTACT', { crmId: 'contact_1', title: null, customFields: { plan: 'A' } })).toEqual({
    input: { id: 'contact_1', changes: { title: null, customFields: [{ key: 'plan', value: 'A' }] } },
    problems: [],
  })
})

test('what no field can take is told by name', () => {
  expect(toLead('COMPANY', { name: { first: 'A' }, employeeCount: 'many' }).problems).toEqual([
    'name must be text',
    'employeeCount must be a number',
  ])
  expect(toUpdate('CONTACT', { title: 'CTO' }).problems).toEqual([
    'crmId is missing: an update names the record it changes',
  ])
})

test.each([
  ['{"contacts":[{"externalId":"1"}]}', { entity: 'CONTACT', count: 1, isUpdate: false }],
  ['{"companies":[{"crmId":"1"}]}', { entity: 'COMPANY', count: 1, isUpdate: true }],
  ['[{"email":"a@b.c"},{"email":"d@e.f"}]', { entity: null, count: 2, isUpdate: false }],
  ['{"email":"a@b.c"}', { entity: null, count: 1, isUpdate: false }],
])('the items of %s are found', (text, { entity, count, isUpdate }) => {
  const found = itemsIn(JSON.parse(text))

  expect([found?.entity, found?.items.length, found?.isUpdate]).toEqual([entity, count, isUpdate])
})

test.each(['[]', '3', 'null', '{"contacts":[]}', '[1]'])('there are no items in %s', (text) => {
  expect(itemsIn(JSON.parse(text))).toBeNull()
})
