import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient, useSubscription } from 'urql'
import { graphql } from '../../gql'
import type { ContactFilter } from '../../gql/graphql'
import type { PagedList } from '../../lib/usePages'
import { type ContactNode, rowOf } from './contactRow'
import { countsOf, type News, NO_NEWS, withNews } from './newsOf'

const SHOWN = graphql(`
  subscription ShownContactsChanged($ids: [ID!]!, $custom: Boolean!) {
    contactChanged(ids: $ids) { missed id fate contact { id ...ContactRow_contact } }
  }
`)

const FITTING = graphql(`
  subscription FittingContactsChanged($filter: ContactFilter) {
    contactChanged(filter: $filter) { missed id fate }
  }
`)

/** How many contacts one subscription follows at most, by the schema; and how many subscriptions a list has. */
const FOLLOWED = 200
const SUBSCRIPTIONS = 5

/**
 * Keeps the rows of the list as their contacts are, whoever changes them; the first thousand, for nobody sees more at
 * once. Who comes or goes moves no row: that is news, to be told and read when somebody wants to.
 */
export function useContactNews(list: PagedList<ContactNode>, filter: ContactFilter | null, custom: boolean) {
  const client = useClient()
  const [news, setNews] = useState<News>(NO_NEWS)
  const latest = useRef(list)
  latest.current = list
  const ids = useMemo(() => new Set(list.nodes.map(({ id }) => id)), [list.nodes])
  const known = useRef(ids)
  known.current = ids
  const followed = [...ids].slice(0, FOLLOWED * SUBSCRIPTIONS).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has its own news
  useEffect(() => setNews(NO_NEWS), [filter])

  useEffect(() => {
    const all = followed === '' ? [] : followed.split(' ')
    const starts = Array.from({ length: Math.ceil(all.length / FOLLOWED) }, (_, part) => part * FOLLOWED)
    const following = starts.map((start) =>
      client.subscription(SHOWN, { ids: all.slice(start, start + FOLLOWED), custom }).subscribe(({ data }) => {
        const told = data?.contactChanged
        if (!told) return
        const { contact } = told
        if (told.missed || told.fate === 'DELETED') setNews((before) => withNews(before, told))
        else if (contact) {
          const { version } = rowOf(contact)
          latest.current.replace((node) => (node.id === contact.id && rowOf(node).version <= version ? contact : node))
        }
      }),
    )
    return () => {
      for (const each of following) each.unsubscribe()
    }
  }, [client, followed, custom])

  // Of the deleted ones nothing is told but that they are deleted.
  useSubscription({ query: FITTING, variables: { filter }, pause: filter?.deleted === true }, (_, changed) => {
    const { missed, id, fate } = changed.contactChanged
    const mayBeNew = fate === 'UPDATED' ? !latest.current.hasMore : fate !== 'DELETED'
    if (missed || (mayBeNew && id !== null && !known.current.has(id))) {
      setNews((before) => withNews(before, changed.contactChanged))
    }
    return changed
  })

  const reload = useCallback(async () => {
    setNews(NO_NEWS)
    await latest.current.reload()
  }, [])
  return { ...countsOf(news, ids), reload }
}
