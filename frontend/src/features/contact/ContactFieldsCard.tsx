import { Anchor } from '@mantine/core'
import { CustomFieldsCard } from '../../crm/CustomFieldsCard'
import { FieldHistory } from '../../crm/FieldHistory'
import { useMay } from '../../crm/Viewer'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ContactFieldsCard_ContactFragment } from '../../gql/graphql'
import { shown } from '../../lib/values'
import { contact as words } from '../../strings/contact'
import { Card } from '../../ui/Card'
import { EditableField } from '../../ui/EditableField'
import { useContactChange } from './useContactChange'

const ContactFieldsCard_contact = graphql(`
  fragment ContactFieldsCard_contact on Contact {
    id version firstName lastName fullName title companyName email phone mobilePhone linkedinUrl website location city
    state country industry bio lifecycleStage leadScore
    customFields { key value }
  }
`)

type Name = keyof typeof words.fieldNames

const NAMES = Object.keys(words.fieldNames) as Name[]
const ALWAYS: Name[] = ['email', 'phone', 'title', 'companyName', 'lifecycleStage', 'leadScore']
const NUMBERS: Name[] = ['leadScore']

/** The fields of a contact, each to be edited in place, with where its value comes from. Blank ones are shown on request. */
export function ContactFieldsCard(props: {
  contact: FragmentType<typeof ContactFieldsCard_contact>
  whole: boolean
  onWhole: () => void
}) {
  const contact = readFragment(ContactFieldsCard_contact, props.contact)
  const mayWrite = useMay('WRITE')
  const change = useContactChange(contact.id, contact.version)
  const known = NAMES.filter((name) => props.whole || ALWAYS.includes(name) || shown(contact[name]) !== '')
  const setKnown = (name: Name, value: unknown) => {
    const label = words.fieldNames[name]
    return change(label, { [name]: value })
  }
  const setCustom = (key: string, value: unknown) => {
    return change(key, { customFields: [{ key, value }] })
  }
  return (
    <>
      <Card
        title={words.fields}
        action={
          <Anchor component="button" type="button" size="sm" onClick={props.onWhole} aria-expanded={props.whole}>
            {props.whole ? words.fewerFields : words.allFields}
          </Anchor>
        }
      >
        <dl style={{ margin: 0 }}>
          {known.map((name) => (
            <EditableField
              key={name}
              label={words.fieldNames[name]}
              text={shown(contact[name])}
              editLabel={words.edit(words.fieldNames[name])}
              onSave={mayWrite ? (text) => setKnown(name, entered(name, text)) : undefined}
              aside={
                <FieldHistory
                  recordId={contact.id}
                  field={name}
                  label={words.fieldNames[name]}
                  onRestore={mayWrite ? (value) => setKnown(name, value) : undefined}
                />
              }
            >
              <Shown contact={contact} name={name} />
            </EditableField>
          ))}
        </dl>
      </Card>
      <CustomFieldsCard
        recordId={contact.id}
        fields={contact.customFields}
        title={words.customFields}
        edit={words.edit}
        onChange={mayWrite ? setCustom : undefined}
      />
    </>
  )
}

function Shown({ contact, name }: { contact: ContactFieldsCard_ContactFragment; name: Name }) {
  const text = shown(contact[name])
  if (text === '') return <span style={{ color: 'var(--quiet)' }}>—</span>
  if (name === 'email') return <a href={`mailto:${text}`}>{text}</a>
  if (name === 'phone' || name === 'mobilePhone') return <a href={`tel:${text}`}>{text}</a>
  if ((name === 'linkedinUrl' || name === 'website') && /^https?:\/\//.test(text)) {
    return (
      <a href={text} target="_blank" rel="noreferrer">
        {text.replace(/^https?:\/\/(www\.)?/, '')}
      </a>
    )
  }
  return <span title={text}>{text}</span>
}

/** What was typed, as the schema takes it: nothing clears the field. */
function entered(name: Name, text: string): unknown {
  if (text.trim() === '') return null
  return NUMBERS.includes(name) ? Number(text) : text
}
