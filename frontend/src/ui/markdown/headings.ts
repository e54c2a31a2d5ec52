import type { Token, Tokens } from 'marked'

const TOP = 3 // below a page's heading and that of the part the text stands in
const DEEPEST = 6

/** The level each heading of a text has on the page: one below the heading it stands under, whatever was skipped. */
export function headingLevels(tokens: readonly Token[]): Map<Token, number> {
  const levels = new Map<Token, number>()
  const above: number[] = []
  for (const heading of headings(tokens)) {
    while (above.length > 0 && (above.at(-1) ?? 0) >= heading.depth) above.pop()
    levels.set(heading, Math.min(TOP + above.length, DEEPEST))
    above.push(heading.depth)
  }
  return levels
}

function headings(tokens: readonly Token[]): Tokens.Heading[] {
  return tokens.flatMap((token) => {
    if (token.type === 'heading') return [token as Tokens.Heading]
    const inside = token.type === 'list' ? (token as Tokens.List).items : 'tokens' in token ? token.tokens : undefined
    return headings(inside ?? [])
  })
}
