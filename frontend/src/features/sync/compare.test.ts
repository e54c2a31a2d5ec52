import { expect, test } from 'vitest'
import { compared } from './compare'

test('two records stand side by side, with what they share however it is written', () => {
  const ada = {
    name: 'Ada Lovelace',
    email: 'ADA@example.com',
    phone: '+44 20 8366 1177',
    linkedinUrl: 'https://www.linkedin.com/in/ada/',
  }
  const other = {
    name: 'A. Lovelace',
    email: 'ada@example.com ',
    phone: null,
    mobilePhone: '(020) 8366-1177',
    linkedinUrl: 'linkedin.com/in/ada',
    city: 'London',
    country: 'UK',
  }

  expect(compared(ada, other)).toEqual([
    { field: 'name', first: 'Ada Lovelace', second: 'A. Lovelace', same: false },
    { field: 'email', first: 'ADA@example.com', second: 'ada@example.com ', same: true },
    { field: 'phone', first: '+44 20 8366 1177', second: '(020) 8366-1177', same: true },
    {
      field: 'linkedin',
      first: 'https://www.linkedin.com/in/ada/',
      second: 'linkedin.com/in/ada',
      same: true,
    },
    { field: 'location', first: '', second: 'London, UK', same: false },
  ])
})

test('companies are compared by what companies have, and one that is gone says nothing', () => {
  expect(compared({ companyName: 'Engines', domain: 'engines.example' }, { companyName: 'engines' })).toEqual([
    { field: 'name', first: 'Engines', second: 'engines', same: true },
    { field: 'domain', first: 'engines.example', second: '', same: false },
  ])
  expect(compared(null, { companyName: 'Engines' })).toEqual([
    { field: 'name', first: '', second: 'Engines', same: false },
  ])
})
