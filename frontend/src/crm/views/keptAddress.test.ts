import { expect, test } from 'vitest'
import { addressOf, addressViews, withView } from './keptAddress'

const NAMES = ['view', 'owner', 'sort', 'columns']
const { fieldsOf, stateOf, textOf } = addressViews(NAMES)
const address = 'view=table&owner=mine&sort=AMOUNT.desc&columns=name%2Camount'

test('a view keeps what the address says, with order and columns for scripts', () => {
  expect(fieldsOf({ view: null, address }, { status: { eq: 'OPEN' } })).toEqual({
    filter: { status: { eq: 'OPEN' } },
    orderBy: [{ field: 'AMOUNT', direction: 'DESC' }],
    columns: ['name', 'amount', { address }],
  })
})

test('a view shows what it was saved as', () => {
  const view = { id: 'view_1', ...fieldsOf({ view: null, address }, null) }

  expect(stateOf(view)).toEqual({ view: 'view_1', address })
})

test('a view that a script stored shows what can be read of it', () => {
  expect(stateOf({ id: 'view_1', columns: 'x' })).toEqual({ view: 'view_1', address: '' })
  expect(stateOf({ id: 'view_1', columns: [null, { address: 'task=task_1&owner=all' }] })).toEqual({
    view: 'view_1',
    address: 'owner=all',
  })
})

test('the order in which parameters were set makes no other state', () => {
  const params = new URLSearchParams('sort=NAME.asc&task=task_1&owner=&view=table')

  expect(textOf({ view: null, address: addressOf(params, NAMES) })).toBe('view=table&sort=NAME.asc')
})

test('a parameter that is told more than once is kept as often', () => {
  const asked = 'where=stage.anyOf.Demo&where=amount.atLeast.500'
  const params = new URLSearchParams(asked)

  expect(addressOf(params, ['where'])).toBe(asked)
  expect(withView(params, ['where'], { view: null, address: asked }).toString()).toBe(asked)
})

test('opening a view leaves alone what it does not keep, and closing it leaves what it shows', () => {
  const params = new URLSearchParams('task=task_1&sort=NAME.asc')
  const opened = withView(params, NAMES, { view: 'view_1', address: 'owner=mine' })

  expect(opened.toString()).toBe('task=task_1&owner=mine&saved=view_1')
  expect(withView(opened, NAMES, { view: null }).toString()).toBe('task=task_1&owner=mine')
})
