import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import Building2 from 'lucide-react/icons/building-2'
import Keyboard from 'lucide-react/icons/keyboard'
import Search from 'lucide-react/icons/search'
import Terminal from 'lucide-react/icons/square-terminal'
import SunMoon from 'lucide-react/icons/sun-moon'
import User from 'lucide-react/icons/user'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../gql'
import { app } from '../strings/app'
import { PAGES } from './pages'
import { useScheme } from './scheme'

const FOUND = graphql(`
  query Palette($text: String!) {
    contacts(filter: { text: $text }, first: 7) { nodes { id name title companyName email } }
    companies(filter: { text: $text }, first: 4) { nodes { id name domain industry } }
  }
`)

/** Finds people, companies, pages and actions by what is typed. */
export function Palette(props: { onClose: () => void; onShortcuts: () => void }) {
  const [query, setQuery] = useState('')
  const [text] = useDebouncedValue(query.trim(), 150)
  const navigate = useNavigate()
  const scheme = useScheme()
  const [{ data, fetching }] = useQuery({ query: FOUND, variables: { text }, pause: text.length < 2 })
  useEffect(() => {
    spotlight.open()
    return spotlight.close
  }, [])

  // What Enter opens is marked in the list itself; when answers come, the mark is on none of them any more.
  useEffect(() => {
    const list = document.querySelector('.mantine-Spotlight-actionsList')
    if (list?.querySelector('[data-selected]') === null) {
      list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
    }
  })

  const leads = (label: string) => label.toLowerCase().includes(query.trim().toLowerCase())
  const found = text.length >= 2 ? data : undefined
  const groups: SpotlightActionGroupData[] = [
    {
      group: app.palette.contacts,
      actions: (found?.contacts.nodes ?? []).map((each) => ({
        id: each.id,
        label: each.name ?? app.palette.unnamed,
        description: [each.title, each.companyName].filter(Boolean).join(' · ') || (each.email ?? ''),
        leftSection: <User size={17} />,
        onClick: () => navigate(`/contacts/${each.id}`),
      })),
    },
    {
      group: app.palette.companies,
      actions: (found?.companies.nodes ?? []).map((each) => ({
        id: each.id,
        label: each.name ?? each.domain ?? app.palette.unnamed,
        description: [each.domain, each.industry].filter(Boolean).join(' · '),
        leftSection: <Building2 size={17} />,
        onClick: () => navigate(`/companies/${each.id}`),
      })),
    },
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
      nothingFound={fetching || text !== query.trim() ? app.palette.searching : app.palette.nothing}
      searchProps={{
        leftSection: <Search size={18} />,
        placeholder: app.palette.placeholder,
        'aria-label': app.palette.placeholder,
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
