import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CombinedError } from '@urql/core'
import { GraphQLError } from 'graphql'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ErrorBoundary } from './ErrorBoundary'
import { ErrorNote } from './ErrorNote'

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
})

afterEach(cleanup)

test('an error says what failed and in which request, and is tried again', async () => {
  const retry = vi.fn()
  const error = new CombinedError({
    graphQLErrors: [new GraphQLError('At most 200 entries come at once')],
    response: new Response(null, { headers: { 'x-request-id': 'abc123' } }),
  })

  render(
    <MantineProvider env="test">
      <ErrorNote error={error} onRetry={retry} />
    </MantineProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

  expect(screen.getByRole('alert').textContent).toBe(
    'This could not be loadedAt most 200 entries come at onceRequest abc123Try again',
  )
  expect(retry).toHaveBeenCalledTimes(1)
})

test('a page that breaks says so', () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {})

  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  )

  expect(screen.getByRole('alert').textContent).toContain('no data')
  silence.mockRestore()
})

function Broken(): never {
  throw new Error('no data')
}
