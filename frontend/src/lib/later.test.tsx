import { act, cleanup, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Later, later, usePart } from './later'

type Form = (props: { label: string }) => ReactNode

const Form: Form = ({ label }) => <input aria-label={label} />

function Opened(props: { form: Later<Form>; idle: boolean; wanted: boolean }) {
  const Form = usePart(props.form, props)
  return props.wanted && Form ? <Form label="Name" /> : <button type="button">Open</button>
}

class Boundary extends Component<{ children: ReactNode }> {
  override state = { error: null as Error | null }
  static getDerivedStateFromError = (error: Error) => ({ error })
  override render = () => this.state.error?.message ?? this.props.children
}

const shown = (form: Later<Form>, when: { idle: boolean; wanted: boolean }) => (
  <Boundary>
    <Opened form={form} {...when} />
  </Boundary>
)

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue() // React tells of what a boundary caught
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('a part is fetched once, when the page rests, and stands there the moment that it is wanted', async () => {
  const load = vi.fn(async () => Form)
  const form = later(load)

  const { rerender } = render(shown(form, { idle: false, wanted: false }))
  const before = load.mock.calls.length
  await act(async () => rerender(shown(form, { idle: true, wanted: false })))
  rerender(shown(form, { idle: true, wanted: true }))

  expect([before, load.mock.calls.length]).toEqual([0, 1])
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeTruthy()
})

test('a part that is wanted sooner is fetched at once, and what opens it stays until then', async () => {
  const coming = Promise.withResolvers<Form>()
  const form = later(() => coming.promise)

  render(shown(form, { idle: false, wanted: true }))
  const before = screen.queryByRole('button', { name: 'Open' })
  await act(async () => coming.resolve(Form))

  expect(before).not.toBeNull()
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeTruthy()
})

test('a part that cannot be had while the page rests is tried again when it is wanted', async () => {
  const load = vi.fn(async () => Form).mockRejectedValueOnce(new Error('No way there'))
  const form = later(load)

  const { rerender } = render(shown(form, { idle: false, wanted: false }))
  await act(async () => rerender(shown(form, { idle: true, wanted: false })))
  const before = screen.queryByRole('button', { name: 'Open' })
  await act(async () => rerender(shown(form, { idle: true, wanted: true })))

  expect(before).not.toBeNull()
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeTruthy()
})

test('a part that is wanted and cannot be had is told as what breaks the page', async () => {
  const form = later<Form>(async () => {
    throw new Error('No way there')
  })

  await act(async () => render(shown(form, { idle: false, wanted: true })))

  expect(screen.getByText('No way there')).toBeTruthy()
})
