import Building2 from 'lucide-react/icons/building-2'
import ExternalLink from 'lucide-react/icons/external-link'
import Globe from 'lucide-react/icons/globe'
import { HeaderLink, RecordHeader } from '../../crm/record/RecordHeader'
import { RecordMenu } from '../../crm/record/RecordMenu'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { CompanyHeader_CompanyFragment } from '../../gql/graphql'
import { company as words } from '../../strings/company'
import { crm } from '../../strings/crm'
import styles from './CompanyHeader.module.css'
import { useCompanyChange, useCompanyDeletion } from './changing'

const CompanyHeader_company = graphql(`
  fragment CompanyHeader_company on Company {
    id version name domain website linkedinUrl industry numberOfEmployees location tags ownerId deletedAt
  }
`)

/** Which company it is, where it is on the web, and whose it is. */
export function CompanyHeader(props: { company: FragmentType<typeof CompanyHeader_company> }) {
  const company = readFragment(CompanyHeader_company, props.company)
  const change = useCompanyChange(company.id, company.version)
  const { remove } = useCompanyDeletion(company.id)
  const facts = [
    company.industry,
    company.numberOfEmployees !== null && words.employees(company.numberOfEmployees),
    company.location,
  ]
  return (
    <RecordHeader
      picture={
        <span className={styles.icon}>
          <Building2 size={26} strokeWidth={1.6} aria-hidden="true" />
        </span>
      }
      name={company.name ?? company.domain ?? crm.unnamed}
      facts={facts.filter(Boolean).join(' · ')}
      links={<Places company={company} />}
      record={company}
      onChange={change}
      menu={<RecordMenu record={company} query="example_one-company" onRemove={remove} />}
    />
  )
}

/** Where it is on the web. */
function Places({ company }: { company: CompanyHeader_CompanyFragment }) {
  const site = siteOf(company.website ?? company.domain)
  return (
    <>
      {site && (
        <HeaderLink
          icon={<Globe size={14} aria-hidden="true" />}
          href={site}
          text={company.domain ?? company.website ?? site}
          outside
        />
      )}
      {company.linkedinUrl && /^https?:\/\//.test(company.linkedinUrl) && (
        <HeaderLink
          icon={<ExternalLink size={14} aria-hidden="true" />}
          href={company.linkedinUrl}
          text={words.linkedin}
          outside
        />
      )}
    </>
  )
}

/** An address to open; null for what is no address of a page. */
function siteOf(text: string | null): string | null {
  if (text === null) return null
  if (/^https?:\/\//i.test(text)) return text
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : null
}
