/** An address's parameters with some of them changed; null takes one away. */
export function withParams(params: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** A parameter that may only be one of several words; the first of them where it is missing, or is something else. */
export function oneOf<Word extends string>(value: string | null, words: readonly [Word, ...Word[]]): Word {
  return words.find((word) => word === value) ?? words[0]
}
