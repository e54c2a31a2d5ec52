import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../gql'
import { crm } from '../strings/crm'

const CONTACTS = graphql(`
  query FindContacts($text: String!) {
    contacts(filter: { text: $text }, first: 12) { nodes { id name companyName email } }
  }
`)
const COMPANIES = graphql(`
  query FindCompanies($text: String!) {
    companies(filter: { text: $text }, first: 12) { nodes { id name domain } }
  }
`)

/** A record that was chosen, with the name it is shown by. */
export type Chosen = { id: string; name: string }

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value: Chosen | null
  onChange: (record: Chosen | null) => void
}

/** Chooses a contact, found by what is typed. */
export function ContactSelect(props: Props) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS)
  const [{ data, fetching }] = useQuery({ query: CONTACTS, variables: { text: asked }, pause: isShort(asked, props) })
  const found = (data?.contacts.nodes ?? []).map((each) => ({
    id: each.id,
    name: each.name ?? each.email ?? crm.unnamed,
    hint: each.companyName,
  }))
  return <Finder {...props} text={text} onText={setText} found={found} searching={fetching || asked !== text.trim()} />
}

/** Chooses a company, found by what is typed. */
export function CompanySelect(props: Props) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS)
  const [{ data, fetching }] = useQuery({ query: COMPANIES, variables: { text: asked }, pause: isShort(asked, props) })
  const found = (data?.companies.nodes ?? []).map((each) => ({
    id: each.id,
    name: each.name ?? each.domain ?? crm.unnamed,
    hint: each.name === null ? null : each.domain,
  }))
  return <Finder {...props} text={text} onText={setText} found={found} searching={fetching || asked !== text.trim()} />
}

const TYPING_MS = 150

/** Of one letter nearly everybody has some; and the name that stands in the field is not looked for. */
function isShort(text: string, { value }: Props): boolean {
  return text.length < 2 || text === value?.name
}

type Found = Chosen & { hint: string | null }

function Finder(props: Props & { text: string; onText: (text: string) => void; found: Found[]; searching: boolean }) {
  const { value, onChange, text, onText, found, searching, ...rest } = props
  const options = value && !found.some(({ id }) => id === value.id) ? [{ ...value, hint: null }, ...found] : found
  const hint = text.trim().length < 2 ? crm.find.type : searching ? crm.find.searching : crm.find.nothing
  return (
    <Select
      searchable
      clearable
      placeholder={crm.find.type}
      {...rest}
      data={options.map(({ id, name, hint }) => ({ value: id, label: hint ? `${name} · ${hint}` : name }))}
      value={value?.id ?? null}
      onChange={(id) => {
        const record = options.find((each) => each.id === id)
        onChange(record ? { id: record.id, name: record.name } : null)
      }}
      searchValue={text}
      onSearchChange={onText}
      // What was found was found by the server, which knows more than names.
      filter={({ options: all }) => all}
      nothingFoundMessage={hint}
    />
  )
}
