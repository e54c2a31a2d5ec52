import { Mark } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import Building2 from 'lucide-react/icons/building-2'
import Handshake from 'lucide-react/icons/handshake'
import Keyboard from 'lucide-react/icons/keyboard'
import ListChecks from 'lucide-react/icons/list-checks'
import Search from 'lucide-react/icons/search'
import Terminal from 'lucide-react/icons/square-terminal'
import SunMoon from 'lucide-react/icons/sun-moon'
import User from 'lucide-react/icons/user'
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../gql'
import { app } from '../strings/app'
import { type Part, toldOf } from './found'
import styles from './Palette.module.css'
import { PAGES } from './pages'
import { useScheme } from './scheme'

// A kind each, so that many people by a name do not hide the one deal.
const FOUND = graphql(`
  query Palette($text: String!) {
    contacts: search(text: $text, types: [CONTACT], first: 6) { edges { ...Palette_edge } }
    companies: search(text: $text, types: [COMPANY], first: 4) { edges { ...Palette_edge } }
    deals: search(text: $text, types: [DEAL], first: 4) { edges { ...Palette_edge } }
    tasks: search(text: $text, types: [TASK], first: 4) { edges { ...Palette_edge } }
  }
`)

const Palette_edge = graphql(`
  fragment Palette_edge on SearchEdge {
    score
    node {
      __typename
      id
      ... on Contact { name title companyName email }
      ... on Company { name domain industry }
      ... on Deal { called: name stage contact { id name } }
      ... on Task { subject completed contact { id name } }
    }
    highlights { field parts { text isMatch } }
  }
`)

const KINDS = ['contacts', 'companies', 'deals', 'tasks'] as const
const ICONS = { contacts: User, companies: Building2, deals: Handshake, tasks: ListChecks }
const SHORTEST = 2
const TYPING_MS = 120

/** Finds people, companies, pages and actions by what is typed. */
export function Palette(props: { onClose: () => void; onShortcuts: () => void }) {
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const [text] = useDebouncedValue(typed, TYPING_MS)
  const navigate = useNavigate()
  const scheme = useScheme()
  const [answer] = useQuery({ query: FOUND, variables: { text }, pause: text.length < SHORTEST })
  // What answers fewer letters stays until the answer comes, so that nothing jumps; but Enter does not open it.
  const { data } = answer
  const waiting = typed.length >= SHORTEST && (text !== typed || answer.fetching)
  const entered = useRef(false)
  useEffect(() => {
    spotlight.open()
    return spotlight.close
  }, [])

  // What Enter opens is marked in the list itself. When answers come, the mark is on what is below them, or on none.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever an answer comes
  useEffect(() => {
    document.querySelector('.mantine-Spotlight-actionsList [data-selected]')?.removeAttribute('data-selected')
  }, [data])
  useEffect(() => {
    const list = document.querySelector('.mantine-Spotlight-actionsList')
    if (list?.querySelector('[data-selected]') === null) {
      list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
    }
  })

  useEffect(() => {
    if (waiting || !entered.current) return
    entered.current = false
    document.querySelector<HTMLElement>('.mantine-Spotlight-actionsList [data-selected]')?.click()
  }, [waiting])
  const hold = (event: KeyboardEvent) => {
    entered.current = event.key === 'Enter' && waiting
    if (!entered.current) return
    event.preventDefault()
    event.stopPropagation()
  }

  const leads = (label: string) => label.toLowerCase().includes(typed.toLowerCase())
  const found = typed.length >= SHORTEST ? data : undefined
  const records = KINDS.map((kind) => ({
    kind,
    edges: (found?.[kind].edges ?? []).map((edge) => readFragment(Palette_edge, edge)),
  }))
  const groups: SpotlightActionGroupData[] = [
    // The kind that answers best comes first: it is what Enter opens.
    ...records.sort(byBest).map(({ kind, edges }) => ({
      group: app.palette[kind],
      actions: edges.map(({ node, highlights }) => {
        const Icon = ICONS[kind]
        return {
          id: node.id,
          className: styles.record ?? '',
          children: <FoundRecord icon={<Icon size={17} />} {...toldOf(node, highlights)} />,
          onClick: () => navigate(addressOf(kind, node.id)),
        }
      }),
    })),
    {
      group: app.palette.pages,
      actions: PAGES.flat()
        .filter((page) => leads(page.title))
        .map((page) => ({
          id: page.path,
          label: page.title,
          leftSection: <page.icon size={17} />,
          onClick: () => navigate(page.path),
        })),
    },
    {
      group: app.palette.actions,
      actions: [
        { id: 'scheme', label: app.shortcuts.scheme, leftSection: <SunMoon size={17} />, onClick: scheme.flip },
        { id: 'shortcuts', label: app.shortcuts.show, leftSection: <Keyboard size={17} />, onClick: props.onShortcuts },
        {
          id: 'console',
          label: app.elsewhere.console,
          leftSection: <Terminal size={17} />,
          onClick: () => window.location.assign('/graphiql'),
        },
      ].filter((each) => leads(each.label)),
    },
  ]
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      query={query}
      onQueryChange={setQuery}
      // What was found was found by the server: who types "ada engines" means one person, not one text.
      filter={(_query, actions) => actions}
      nothingFound={waiting ? app.palette.searching : app.palette.nothing}
      searchProps={{
        leftSection: <Search size={18} />,
        placeholder: app.palette.placeholder,
        'aria-label': app.palette.placeholder,
        onKeyDownCapture: hold,
      }}
      attributes={{ content: { 'aria-label': app.palette.open } }}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
      highlightQuery
      onSpotlightClose={props.onClose}
    />
  )
}

function FoundRecord(props: { icon: ReactNode; name: Part[]; facts: Part[][] }) {
  return (
    <>
      <span className={styles.icon}>{props.icon}</span>
      <span className={styles.told}>
        <Marked parts={props.name} />
        <span className={styles.facts}>
          {props.facts.map((parts, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: facts have no other name than their place
            <Fragment key={place}>
              {place > 0 && ' · '}
              <Marked parts={parts} />
            </Fragment>
          ))}
        </span>
      </span>
    </>
  )
}

function Marked(props: { parts: Part[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name than their place
  return props.parts.map(({ text, isMatch }, place) => (isMatch ? <Mark key={place}>{text}</Mark> : text))
}

function byBest(one: { edges: { score: number }[] }, other: { edges: { score: number }[] }): number {
  return (other.edges[0]?.score ?? 0) - (one.edges[0]?.score ?? 0)
}

function addressOf(kind: (typeof KINDS)[number], id: string): string {
  return kind === 'tasks' ? `/tasks?task=${id}` : `/${kind}/${id}`
}
