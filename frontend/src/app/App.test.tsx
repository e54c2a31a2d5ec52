import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { App } from './App'
import { recordAt } from './recordAt'

afterEach(cleanup)

test('the start leads to GraphiQL and to the documentation', () => {
  render(<App path="/" />)

  const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
  expect(links).toEqual([
    ['GraphiQL', '/graphiql'],
    ['The calls', '/docs'],
  ])
})

test('the address of a contact leads to everything about it', () => {
  render(<App path="/contacts/contact_1" />)

  expect(screen.getByRole('heading', { name: 'Contact' })).toBeTruthy()
  const link = screen.getByRole('link', { name: 'See everything about it in GraphiQL' })
  expect(link.getAttribute('href')).toBe(
    '/graphiql?query=example_one-contact&variables=%7B%22id%22%3A%22contact_1%22%7D',
  )
})

test.each(['/contacts', '/contacts/', '/contacts/1/notes', '/toString/1', '/'])('%s names no record', (path) => {
  expect(recordAt(path)).toBeNull()
})

test('an address that is badly encoded is taken as it stands', () => {
  expect(recordAt('/companies/%E0%A4%A')?.id).toBe('%E0%A4%A')
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
