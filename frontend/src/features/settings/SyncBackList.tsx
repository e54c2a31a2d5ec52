import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { Entity } from '../../gql/graphql'
import { settings } from '../../strings/settings'
import { OrderedList } from './OrderedList'
import styles from './SyncBackList.module.css'

const CUSTOM = graphql(`
  query SyncBackFields($entity: Entity!) {
    customFieldDefinitions(entity: $entity, first: 200) { nodes { name } }
  }
`)

const { answers: words } = settings
const FIELDS: Record<Entity, string[]> = {
  CONTACT: (
    'leadScore lifecycleStage lastActivityAt dealValue ownerId email firstName lastName fullName phone mobilePhone ' +
    'companyName title linkedinUrl location city state country industry website bio tags'
  ).split(' '),
  COMPANY: (
    'lastActivityAt ownerId name domain website industry numberOfEmployees linkedinUrl location description revenue ' +
    'companyType foundedYear technologiesUsed tags'
  ).split(' '),
}

type Property = { property: string; field: string }

/** The properties that answers carry: what Enginy calls each, and where its value comes from here. */
export function SyncBackList(props: {
  entity: Entity
  label: string
  properties: readonly Property[]
  onChange: (properties: Property[]) => void
  mayChange: boolean
}) {
  const { properties, onChange, mayChange } = props
  const [{ data }] = useQuery({ query: CUSTOM, variables: { entity: props.entity } })
  const custom = (data?.customFieldDefinitions.nodes ?? []).map(({ name }) => `custom:${name}`)
  const set = (place: number, values: Partial<Property>) =>
    onChange(properties.map((each, at) => (at === place ? { ...each, ...values } : each)))
  return (
    <div className={styles.list}>
      <h3 className={styles.title}>{props.label}</h3>
      {properties.length > 0 && (
        <div className={styles.heads} aria-hidden="true">
          <span>{words.property}</span>
          <span>{words.field}</span>
        </div>
      )}
      <OrderedList
        label={props.label}
        entries={properties}
        nameOf={({ property }) => property}
        onChange={onChange}
        mayChange={mayChange}
        empty={words.none}
      >
        {({ property, field }, place) =>
          mayChange ? (
            <>
              <TextInput
                aria-label={`${words.property} ${place + 1}`}
                value={property}
                onChange={(event) => set(place, { property: event.currentTarget.value })}
                className={styles.input ?? ''}
                required
              />
              <Autocomplete
                aria-label={`${words.field} ${place + 1}`}
                size="xs"
                value={field}
                onChange={(value) => set(place, { field: value })}
                data={[...new Set([...FIELDS[props.entity], ...custom])]}
                className={styles.input ?? ''}
                limit={60}
                required
              />
            </>
          ) : (
            <>
              <code className={styles.input}>{property}</code>
              <code className={styles.input}>{field}</code>
            </>
          )
        }
      </OrderedList>
      {mayChange && (
        <Button
          variant="default"
          className={styles.add ?? ''}
          onClick={() => onChange([...properties, { property: '', field: '' }])}
        >
          {settings.add}
        </Button>
      )}
    </div>
  )
}
