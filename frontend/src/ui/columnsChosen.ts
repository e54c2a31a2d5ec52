import { keep, kept } from '../lib/kept'

/** The columns that somebody chose for a list in this browser; null where they left it as it is. */
export function rememberedColumns(list: string): string[] | null {
  return kept(`${list}.columns`)
}

/** Remember columns for a list, or that it is to be as it is. */
export function rememberColumns(list: string, ids: string[] | null) {
  keep(`${list}.columns`, ids)
}
