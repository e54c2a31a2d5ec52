import { expect, test } from 'vitest'
import { effectsOf } from './effects'

const record = { title: 'CTO', companyName: 'Engines', city: null, customFields: [{ key: 'plan', value: 'A' }] }

test('an update sets, clears, repeats, and leaves what is kept here', () => {
  const item = { crmId: '1', title: null, company: 'Engines', city: 'Leeds', plan: 'B', customFields: { plan: 'A' } }

  expect(effectsOf('CONTACT', item, record, ['plan'], 'update').map(({ field, kind }) => [field, kind])).toEqual([
    ['title', 'CLEAR'],
    ['company', 'SAME'],
    ['city', 'SET'],
    ['plan', 'KEPT'],
    ['plan', 'KEPT'],
  ])
})

test('a create fills what is blank, and leaves the rest', () => {
  const item = { externalId: '1', title: 'VP', city: 'Leeds' }

  expect(effectsOf('CONTACT', item, record, [], 'create').map(({ kind }) => kind)).toEqual(['KEPT', 'SET'])
  expect(effectsOf('CONTACT', item, null, [], 'create').map(({ kind }) => kind)).toEqual(['SET', 'SET'])
})
