import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordFate } from '../../gql/graphql'
import { useIdle } from '../../lib/useIdle'
import type { PagedList } from '../../lib/usePages'
import { countsOf, type News, NO_NEWS, withNews } from './news'

/** What a subscription tells of a record. The record as it is now is told by the one that follows the rows shown. */
export type Told<Node> = { missed: boolean; id: string | null; fate: RecordFate | null; node?: Node | null }

/** Listens until what it answers is called. */
export type Listen<Event> = (hear: (event: Event) => void) => () => void

/** How the changes of the records of a list are listened to. Each stays the same while it asks the same. */
export type Following<Node> = {
  shown: (ids: string[]) => Listen<Told<Node>>
  /** Those that fit the list's filter; null where nothing is told of them, as of deleted ones. */
  fitting: Listen<Told<Node>> | null
}

/** How many records one subscription follows at most, by the schema; and how many subscriptions a list has. */
const FOLLOWED = 200
const SUBSCRIPTIONS = 5

/**
 * Keeps the rows of the list as their records are, whoever changes them; the first thousand, for nobody sees more at
 * once. Who comes or goes moves no row: that is news, to be told and read when somebody wants to.
 */
export function useNews<Node extends { id: string }>(
  list: PagedList<Node>,
  { shown, fitting }: Following<Node>,
  versionOf: (node: Node) => number,
) {
  const [news, setNews] = useState<News>(NO_NEWS)
  const latest = useRef({ list, versionOf })
  latest.current = { list, versionOf }
  const ids = useMemo(() => new Set(list.nodes.map(({ id }) => id)), [list.nodes])
  const known = useRef(ids)
  known.current = ids
  const idle = useIdle() // what is listened with is fetched once the rows can be seen
  const followed = idle ? [...ids].slice(0, FOLLOWED * SUBSCRIPTIONS).join(' ') : ''

  useEffect(() => {
    const all = followed === '' ? [] : followed.split(' ')
    const starts = Array.from({ length: Math.ceil(all.length / FOLLOWED) }, (_, part) => part * FOLLOWED)
    const stops = starts.map((start) =>
      shown(all.slice(start, start + FOLLOWED))((told) => {
        const { node } = told
        if (told.missed || told.fate === 'DELETED') setNews((before) => withNews(before, told))
        else if (node) {
          const { list, versionOf } = latest.current
          list.replace((each) => (each.id === node.id && versionOf(each) <= versionOf(node) ? node : each))
        }
      }),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [followed, shown])

  useEffect(() => {
    if (!idle) return
    setNews(NO_NEWS) // another question has its own news
    return fitting?.((told) => {
      const { missed, id, fate } = told
      const mayBeNew = fate === 'UPDATED' ? !latest.current.list.hasMore : fate !== 'DELETED'
      if (missed || (mayBeNew && id !== null && !known.current.has(id))) setNews((before) => withNews(before, told))
    })
  }, [idle, fitting])

  const reload = useCallback(async () => {
    setNews(NO_NEWS)
    await latest.current.list.reload()
  }, [])
  return { ...countsOf(news, ids), reload }
}
