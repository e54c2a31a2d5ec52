import { expect, test } from 'vitest'
import { toldOf } from './found'

const plain = (text: string) => [{ text, isMatch: false }]
const ADA = {
  __typename: 'Contact' as const,
  id: 'contact_1',
  name: 'Ada Lovelace',
  title: 'Engineer',
  companyName: null,
  email: 'ada@example.com',
}

test('what was looked for is marked where it stands', () => {
  const parts = [
    { text: 'Ada', isMatch: true },
    { text: ' Lovelace', isMatch: false },
  ]

  const email = [{ text: 'ada', isMatch: true }]

  expect(
    toldOf(ADA, [
      { field: 'NAME', parts },
      { field: 'EMAIL', parts: email },
    ]),
  ).toEqual({ name: parts, facts: [plain('Engineer')] })
})

test('a field that alone holds what was looked for is told though it would not be otherwise', () => {
  const parts = [{ text: '15550123', isMatch: true }]

  expect(toldOf(ADA, [{ field: 'PHONE', parts }])).toEqual({
    name: plain('Ada Lovelace'),
    facts: [plain('Engineer'), parts],
  })
})

test('a record without a name has one to be chosen by', () => {
  expect(toldOf({ ...ADA, name: null, title: null }, [])).toEqual({
    name: plain('No name'),
    facts: [plain('ada@example.com')],
  })
})
