import { Lexer, type Token, type Tokens } from 'marked'
import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import { ui } from '../../strings/ui'
import { addressOf } from './address'
import { headingLevels } from './headings'
import styles from './Markdown.module.css'

type Levels = ReadonlyMap<Token, number>

/**
 * A text with its Markdown drawn. It is drawn from what was parsed, part by part, so no HTML of somebody's becomes a part
 * of the page, and nothing is loaded from elsewhere: a picture is a link to it.
 */
export function Markdown({ text }: { text: string }) {
  const tokens = useMemo(() => Lexer.lex(text, { gfm: true, breaks: true }), [text])
  return <div className={styles.text}>{drawn(tokens, headingLevels(tokens))}</div>
}

function drawn(tokens: readonly Token[] | undefined, levels: Levels): ReactNode {
  return createElement(Fragment, null, ...(tokens ?? []).map((token) => draw(token, levels)))
}

function draw(token: Token, levels: Levels): ReactNode {
  const inside = () => drawn('tokens' in token ? token.tokens : undefined, levels)
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading':
      return createElement(`h${levels.get(token)}`, { 'data-depth': token.depth }, inside())
    case 'paragraph':
      return <p>{inside()}</p>
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>
    case 'list':
      return list(token as Tokens.List, levels)
    case 'table':
      return table(token as Tokens.Table, levels)
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'text':
      return token.tokens ? inside() : token.text
    case 'escape':
      return token.text
    case 'strong':
      return <strong>{inside()}</strong>
    case 'em':
      return <em>{inside()}</em>
    case 'del':
      return <del>{inside()}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'checkbox':
      return (
        <span role="img" aria-label={token.checked ? ui.markdown.done : ui.markdown.open}>
          {token.checked ? '☑ ' : '☐ '}
        </span>
      )
    case 'link':
      return link(token as Tokens.Link, inside())
    case 'image':
      return link(token as Tokens.Image, token.text || token.href)
    case 'html':
      return token.block ? <p>{token.raw.trim()}</p> : token.raw
    default:
      return token.raw
  }
}

function link(token: Tokens.Link | Tokens.Image, content: ReactNode): ReactNode {
  const address = addressOf(token.href)
  if (address === null) return token.raw
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  )
}

function list(token: Tokens.List, levels: Levels): ReactNode {
  const items = token.items.map((item) => createElement('li', null, drawn(item.tokens, levels)))
  const start = token.ordered && token.start !== 1 && token.start !== '' ? { start: token.start } : null
  return createElement(token.ordered ? 'ol' : 'ul', start, ...items)
}

function table(token: Tokens.Table, levels: Levels): ReactNode {
  const row = (kind: 'th' | 'td', cells: Tokens.TableCell[]) => {
    const scope = kind === 'th' ? { scope: 'col' } : null
    return createElement('tr', null, ...cells.map((cell) => createElement(kind, scope, drawn(cell.tokens, levels))))
  }
  return (
    <table>
      <thead>{row('th', token.header)}</thead>
      {createElement('tbody', null, ...token.rows.map((cells) => row('td', cells)))}
    </table>
  )
}
