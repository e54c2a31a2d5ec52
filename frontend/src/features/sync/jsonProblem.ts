import { sync } from '../../strings/sync'

/** What is wrong with a JSON text, and where: lines and columns count from 1. */
export type JsonProblem = { message: string; line: number; column: number }

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none in its texts
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y
const { json: words } = sync
const NAMES: Record<string, string> = { value: words.value, name: words.name, ':': words.colon, end: words.end }

/**
 * The first place at which a text stops being JSON; null for one that is. Browsers tell it each in words of their own,
 * and some without the place.
 */
export function jsonProblem(text: string): JsonProblem | null {
  const open: string[] = []
  let wanted = ['value', '{', '[']
  let at = 0
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0
    if (at >= text.length) return wanted.includes('end') ? null : problem(text, at, wanted)
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return text[at] === '"' ? unfinished(text, at) : problem(text, at, wanted)
    const kind = kindOf(token)
    if (!wanted.includes(kind) && !(kind === 'text' && (wanted.includes('value') || wanted.includes('name')))) {
      return problem(text, at, wanted)
    }
    const isName = kind === 'text' && wanted.includes('name')
    if (kind === '{' || kind === '[') open.push(kind)
    else if (kind === '}' || kind === ']') open.pop()
    wanted = after(kind, isName, open.at(-1))
    at += token.length
  }
}

function kindOf(token: string): string {
  if (token.startsWith('"')) return 'text'
  return /^[{}[\],:]$/.test(token) ? token : 'value'
}

function after(kind: string, isName: boolean, around: string | undefined): string[] {
  if (kind === '{') return ['name', '}']
  if (kind === '[') return ['value', '{', '[', ']']
  if (kind === ':') return ['value', '{', '[']
  if (kind === ',') return around === '{' ? ['name'] : ['value', '{', '[']
  if (isName) return [':']
  return around === undefined ? ['end'] : [',', around === '{' ? '}' : ']']
}

function problem(text: string, at: number, wanted: string[]): JsonProblem {
  const kinds = wanted.filter((each) => !wanted.includes('value') || !['{', '['].includes(each))
  const expected = kinds.map((each) => NAMES[each] ?? each).join(words.or)
  const found = at >= text.length ? words.ends : words.stands(text.slice(at, at + 12).split(/\s/)[0] ?? '')
  return { message: words.expected(expected, found), ...placeOf(text, at) }
}

function unfinished(text: string, at: number): JsonProblem {
  return { message: words.unfinished, ...placeOf(text, at) }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
