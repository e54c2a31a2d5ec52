import { Anchor } from '@mantine/core'
import { CustomFieldsCard } from '../../crm/CustomFieldsCard'
import { FieldHistory } from '../../crm/FieldHistory'
import { useMay } from '../../crm/Viewer'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { shown } from '../../lib/values'
import { company as words } from '../../strings/company'
import { ui } from '../../strings/ui'
import { Card } from '../../ui/Card'
import { EditableField } from '../../ui/EditableField'
import styles from './CompanyFieldsCard.module.css'
import { useCompanyChange } from './changing'

const CompanyFieldsCard_company = graphql(`
  fragment CompanyFieldsCard_company on Company {
    id version name domain website linkedinUrl industry numberOfEmployees location companyType revenue foundedYear
    technologiesUsed description
    customFields { key value }
  }
`)

type Name = keyof typeof words.fieldNames
const NAMES = Object.keys(words.fieldNames) as Name[]
const ALWAYS: Name[] = ['name', 'domain', 'industry', 'numberOfEmployees', 'location']
const NUMBERS: Name[] = ['numberOfEmployees', 'foundedYear']
const LINKS: Name[] = ['website', 'linkedinUrl']

/** The fields of a company, each to be edited in place, with where its value comes from. Blank ones are shown on request. */
export function CompanyFieldsCard(props: {
  company: FragmentType<typeof CompanyFieldsCard_company>
  whole: boolean
  onWhole: () => void
}) {
  const company = readFragment(CompanyFieldsCard_company, props.company)
  const mayWrite = useMay('WRITE')
  const change = useCompanyChange(company.id, company.version)
  const known = NAMES.filter((name) => props.whole || ALWAYS.includes(name) || shown(company[name]) !== '')
  const setKnown = (name: Name, value: unknown) => {
    void change(words.fieldNames[name], { [name]: value })
  }
  const setCustom = (key: string, value: unknown) => {
    void change(key, { customFields: [{ key, value }] })
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
        <dl className={styles.fields}>
          {known.map((name) => (
            <EditableField
              key={name}
              label={words.fieldNames[name]}
              text={shown(company[name])}
              editLabel={words.edit(words.fieldNames[name])}
              onSave={mayWrite ? (text) => setKnown(name, entered(name, text)) : undefined}
              aside={
                <FieldHistory
                  recordId={company.id}
                  field={name}
                  label={words.fieldNames[name]}
                  onRestore={mayWrite ? (value) => setKnown(name, value) : undefined}
                />
              }
            >
              <Shown name={name} text={shown(company[name])} />
            </EditableField>
          ))}
        </dl>
      </Card>
      <CustomFieldsCard
        recordId={company.id}
        fields={company.customFields}
        title={words.customFields}
        edit={words.edit}
        onChange={mayWrite ? setCustom : undefined}
      />
    </>
  )
}

function Shown({ name, text }: { name: Name; text: string }) {
  if (text === '') return <span className={styles.none}>{ui.none}</span>
  if (LINKS.includes(name) && /^https?:\/\//.test(text)) {
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
