import type { RecordFate } from '../../gql/graphql'

/** What happened to the list that its rows do not show: who came to it, who left it, and whether more may have happened. */
export type News = { arrived: ReadonlySet<string>; gone: ReadonlySet<string>; missed: boolean }

export const NO_NEWS: News = { arrived: new Set(), gone: new Set(), missed: false }

/** The news after something more happened. */
export function withNews(news: News, told: { missed: boolean; id: string | null; fate: RecordFate | null }): News {
  if (told.missed) return { ...news, missed: true }
  if (told.id === null) return news
  const arrived = new Set(news.arrived)
  const gone = new Set(news.gone)
  if (told.fate === 'DELETED') {
    arrived.delete(told.id)
    gone.add(told.id)
  } else {
    arrived.add(told.id)
    gone.delete(told.id)
  }
  return { arrived, gone, missed: news.missed }
}

/** The news that a list with these rows still is to be told: who is there already is nobody new. */
export function countsOf(news: News, ids: ReadonlySet<string>): { arrived: number; gone: number; missed: boolean } {
  const arrived = [...news.arrived].filter((id) => !ids.has(id)).length
  const gone = [...news.gone].filter((id) => ids.has(id)).length
  return { arrived, gone, missed: news.missed }
}
