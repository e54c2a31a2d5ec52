import { expect, test } from 'vitest'
import { contactsAddress } from './contactsAddress'
import { questionIn } from './question'

function conditions(search: string, behind?: Parameters<typeof contactsAddress>[1]) {
  const question = questionIn(new URLSearchParams(search), new Date(), 'UTC')
  return new URL(contactsAddress(question, behind), 'http://crm.test').searchParams.getAll('where')
}

test('the contacts of a stage are those who came so far or further', () => {
  expect(conditions('campaign=a&campaign=b', { stage: 'CONNECTION_ACCEPTED' })).toEqual([
    'campaign.anyOf.a|b',
    'furthestStage.anyOf.CONNECTION_ACCEPTED|MESSAGE_SENT|MESSAGE_REPLIED',
  ])
  expect(conditions('', { stage: 'MESSAGE_REPLIED' })).toEqual(['replied.yes.'])
  expect(conditions('', { stage: 'ADDED' })).toEqual([])
})

test('a group takes the place of what the page was narrowed by', () => {
  expect(conditions('owner=ann', { of: { facet: 'owner', value: 'bob' } })).toEqual(['owner.anyOf.bob'])
  expect(conditions('owner=ann', { of: { facet: 'owner', value: null } })).toEqual(['owner.nobody.'])
})

test('words are written so that the list reads them as they are', () => {
  expect(conditions('', { of: { facet: 'tag', value: 'a|b\\c' } })).toEqual(['tags.hasAny.a\\|b\\\\c'])
  expect(conditions('country=Spain&lifecycle=Lead', { opened: true })).toEqual([
    'lifecycleStage.is.Lead',
    'country.is.Spain',
    'opens.atLeast.1',
  ])
})
