import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Markdown } from './Markdown'

afterEach(cleanup)

function drawn(text: string): string {
  const { container } = render(<Markdown text={text} />)
  return container.firstElementChild?.innerHTML ?? ''
}

test('what people write is drawn as they mean it', () => {
  expect(drawn('**Ask** *her* about ~~that~~ `a < b` & more\nTomorrow')).toBe(
    '<p><strong>Ask</strong> <em>her</em> about <del>that</del> <code>a &lt; b</code> &amp; more<br>Tomorrow</p>',
  )
  cleanup()
  expect(drawn('- one\n- two\n  1. deep\n\n3. three\n')).toBe(
    '<ul><li>one</li><li>two<ol><li>deep</li></ol></li></ul><ol start="3"><li>three</li></ol>',
  )
  cleanup()
  expect(drawn('> said\n\n```\n<b>\n```\n---\n| a | b |\n|---|---|\n| 1 | 2 |')).toBe(
    '<blockquote><p>said</p></blockquote><pre><code>&lt;b&gt;</code></pre><hr>' +
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  )
})

test('headings stand below those of the page, one level at a time', () => {
  render(<Markdown text={'# One\n### Deep\n> ## Two\n\n#### Deeper'} />)

  const headings = screen.getAllByRole('heading').map((each) => [each.tagName, each.textContent])
  expect(headings).toEqual([
    ['H3', 'One'],
    ['H4', 'Deep'],
    ['H4', 'Two'],
    ['H5', 'Deeper'],
  ])
})

test('what is done and what is not says so in a word', () => {
  render(<Markdown text={'- [x] called\n- [ ] wrote'} />)

  expect(screen.getAllByRole('img').map((each) => each.getAttribute('aria-label'))).toEqual(['Done:', 'To do:'])
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual(['☑ called', '☐ wrote'])
})

test('a link tells nothing of this page to where it leads', () => {
  expect(drawn('[us](https://a.example/?a=1&b=2) www.b.example ann@c.example [here](/contacts)')).toBe(
    '<p><a href="https://a.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">us</a> ' +
      '<a href="http://www.b.example" target="_blank" rel="noopener noreferrer">www.b.example</a> ' +
      '<a href="mailto:ann@c.example" target="_blank" rel="noopener noreferrer">ann@c.example</a> ' +
      '<a href="/contacts" target="_blank" rel="noopener noreferrer">here</a></p>',
  )
})

test('no HTML, no script and no picture gets in', () => {
  const { container } = render(
    <Markdown
      text={
        '<img src=x onerror=alert(1)>\n\nHi <b>you</b> ![cat](https://a.example/cat.png) ' +
        '[x](javascript:alert(1)) [y](//evil.example) [z](data:text/html,x)'
      }
    />,
  )

  expect([...container.querySelectorAll('img, b, script')]).toEqual([])
  expect(screen.getAllByRole('link').map((each) => [each.textContent, each.getAttribute('href')])).toEqual([
    ['cat', 'https://a.example/cat.png'],
  ])
  expect(container.textContent).toBe(
    '<img src=x onerror=alert(1)>Hi <b>you</b> cat [x](javascript:alert(1)) [y](//evil.example) [z](data:text/html,x)',
  )
})
