import { Button, Checkbox, Popover, ScrollArea, TextInput } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useState } from 'react'
import { useQuery } from 'urql'
import { channelName } from '../../crm/stages'
import { graphql } from '../../gql'
import { engagement } from '../../strings/engagement'
import { ErrorNote } from '../../ui/ErrorNote'
import { SkeletonLines } from '../../ui/Skeletons'
import styles from './FacetFilter.module.css'
import { FACETS, type Facet } from './question'

const CHOICES = graphql(`
  query EngagementChoices($by: EngagementDimension!) {
    engagementTable(by: $by, first: 100, orderBy: ADDED) { rows { key { value label } added } }
  }
`)

/** Narrows the numbers to some campaigns, owners, countries and so on: those there are, with how many contacts each has. */
export function FacetFilter(props: { facet: Facet; chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { facet, chosen, onChange } = props
  const [opened, setOpened] = useState(false)
  const [text, setText] = useState('')
  const [{ data, error, fetching }, again] = useQuery({
    query: CHOICES,
    variables: { by: FACETS[facet].dimension },
    pause: !opened && chosen.length === 0,
  })
  const known = (data?.engagementTable.rows ?? []).flatMap(({ key, added }) =>
    key.value === null ? [] : [{ value: key.value, label: labelOf(facet, key.label), added: String(added) }],
  )
  const gone = chosen
    .filter((value) => !known.some((each) => each.value === value))
    .map((value) => ({ value, label: value, added: '' }))
  const choices = [...gone, ...known].filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
  const first = [...known, ...gone].find(({ value }) => value === chosen[0])?.label ?? ''
  const name = engagement.facets[facet]
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          className={styles.button ?? ''}
          rightSection={<ChevronDown size={13} />}
          onClick={() => setOpened(!opened)}
        >
          {chosen.length > 0 ? engagement.chosen(name, first, chosen.length - 1) : name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <TextInput
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={engagement.find}
          aria-label={`${engagement.find}: ${name}`}
          data-autofocus
        />
        {error && <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
        {fetching && !data && <SkeletonLines lines={4} />}
        {data && choices.length === 0 && <p className={styles.nothing}>{engagement.noChoices}</p>}
        <ScrollArea.Autosize mah={280} type="auto">
          <div className={styles.choices}>
            {choices.map(({ value, label, added }) => (
              <Checkbox
                key={value}
                label={
                  <span className={styles.choice}>
                    <span>{label}</span>
                    <span className={styles.count}>{added}</span>
                  </span>
                }
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
                }
                classNames={{ labelWrapper: styles.label ?? '' }}
              />
            ))}
          </div>
        </ScrollArea.Autosize>
        {chosen.length > 0 && (
          <Button variant="subtle" fullWidth mt={6} onClick={() => onChange([])}>
            {engagement.clearOne}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function labelOf(facet: Facet, label: string): string {
  return facet === 'channel' ? channelName(label) : label
}
