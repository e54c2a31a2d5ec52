import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Console } from './Console'

// The editor needs a browser; that it opens is seen by its name here, and works in one by the browser's tests.
vi.mock('./Workbench', () => ({
  default: ({ accessKey }: { accessKey: string | null }) => <p>Workbench for {accessKey ?? 'the cookie'}</p>,
}))

const asked: { key: string | null }[] = []
let answer: (key: string | null) => Response

beforeEach(() => {
  asked.length = 0
  answer = () => refusal(401)
  vi.stubGlobal('fetch', (_url: string, request: { headers: Record<string, string> }) => {
    const key = request.headers.authorization ?? null
    asked.push({ key })
    return Promise.resolve(answer(key))
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('who is signed in sees the workbench at once', async () => {
  answer = () => known()
  render(<Console />)

  expect(await screen.findByText('Workbench for the cookie')).toBeTruthy()
  expect(asked).toEqual([{ key: null }])
})

test('a stranger is asked to sign in, and is led back', async () => {
  window.history.replaceState(null, '', '/graphiql?query=example_messages')
  render(<Console />)

  const link = await screen.findByRole('link', { name: 'Sign in' })
  expect(link.getAttribute('href')).toBe('/sign-in?next=%2Fgraphiql%3Fquery%3Dexample_messages')
})

test('a key opens the workbench and is kept nowhere', async () => {
  answer = (key) => (key === 'Bearer rolo_right' ? known() : refusal(401))
  render(<Console />)

  await userEvent.type(await screen.findByLabelText('Or paste an API key'), ' rolo_right ')
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))

  expect(await screen.findByText('Workbench for rolo_right')).toBeTruthy()
  expect([window.localStorage.length, window.sessionStorage.length, document.cookie]).toEqual([0, 0, ''])
})

test('a wrong key is called wrong', async () => {
  render(<Console />)

  await userEvent.type(await screen.findByLabelText('Or paste an API key'), 'rolo_wrong{Enter}')

  expect(await screen.findByText('The server does not know this key.')).toBeTruthy()
  expect(asked).toEqual([{ key: null }, { key: 'Bearer rolo_wrong' }])
})

test('trouble is told in the words of the server, and can be tried again', async () => {
  answer = () => new Response('{"error":"Service unavailable","message":"The database is away"}', { status: 503 })
  render(<Console />)
  expect((await screen.findByRole('alert')).textContent).toBe(
    'The server did not answer as expected: The database is away',
  )

  answer = () => known()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

  expect(await screen.findByText('Workbench for the cookie')).toBeTruthy()
})

function known(): Response {
  const savedQueries = { nodes: [], pageInfo: { hasNextPage: false } }
  return new Response(JSON.stringify({ data: { examples: [], savedQueries } }))
}

function refusal(status: number): Response {
  return new Response('{"error":"Invalid API key","message":"Send a valid key"}', { status })
}
