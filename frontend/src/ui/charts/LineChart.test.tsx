import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { LineChart, type LinePoint } from './LineChart'

beforeAll(() => {
  // What jsdom has not: sizes, by which the chart knows how wide to draw.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})

afterEach(cleanup)

const POINTS: LinePoint[] = [
  { tick: '2 Mar', name: 'Week of 2 March', value: 3 },
  { tick: '9 Mar', name: 'Week of 9 March', value: null },
  { tick: '16 Mar', name: 'Week of 16 March', value: 5 },
]

test('every value is read with the arrow keys, and no further than the ends', async () => {
  render(
    <LineChart
      label="Replies"
      points={POINTS}
      format={String}
      sentence={({ name, value }) => `${name}: ${value ?? 'nobody'}`}
      whole
    />,
  )
  const chart = screen.getByRole('slider', { name: 'Replies' })
  const said = async (key: string) => {
    await userEvent.keyboard(key)
    return chart.getAttribute('aria-valuetext')
  }
  await userEvent.tab()

  expect([
    await said('{End}'),
    await said('{ArrowLeft}'),
    await said('{ArrowLeft}'),
    await said('{ArrowLeft}'),
    await said('{ArrowRight}'),
  ]).toEqual([
    'Week of 16 March: 5',
    'Week of 9 March: nobody',
    'Week of 2 March: 3',
    'Week of 2 March: 3',
    'Week of 9 March: nobody',
  ])
})
