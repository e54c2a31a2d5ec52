import { ActionIcon, Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import Building2 from 'lucide-react/icons/building-2'
import Ellipsis from 'lucide-react/icons/ellipsis'
import ExternalLink from 'lucide-react/icons/external-link'
import Globe from 'lucide-react/icons/globe'
import { OwnerSelect } from '../../crm/OwnerSelect'
import { TagButton } from '../../crm/TagButton'
import { TagList } from '../../crm/TagList'
import { useMay } from '../../crm/Viewer'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { company as words } from '../../strings/company'
import { crm } from '../../strings/crm'
import { told } from '../../ui/UndoToast'
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
  const mayWrite = useMay('WRITE')
  const change = useCompanyChange(company.id, company.version)
  const facts = [
    company.industry,
    company.numberOfEmployees !== null && words.employees(company.numberOfEmployees),
    company.location,
  ]
  const site = siteOf(company.website ?? company.domain)
  return (
    <section className={styles.header}>
      <span className={styles.icon}>
        <Building2 size={26} strokeWidth={1.6} aria-hidden="true" />
      </span>
      <div className={styles.identity}>
        <h1 className={styles.name}>{company.name ?? company.domain ?? crm.unnamed}</h1>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        <p className={styles.links}>
          {site && (
            <a className={styles.link} href={site} target="_blank" rel="noreferrer">
              <Globe size={14} aria-hidden="true" />
              {company.domain ?? company.website}
            </a>
          )}
          {company.linkedinUrl && /^https?:\/\//.test(company.linkedinUrl) && (
            <a className={styles.link} href={company.linkedinUrl} target="_blank" rel="noreferrer">
              <ExternalLink size={14} aria-hidden="true" />
              {words.linkedin}
            </a>
          )}
        </p>
        <div className={styles.tags}>
          <TagList tags={company.tags} />
          {mayWrite && <TagButton tags={company.tags} onChange={(tags) => void change(words.tags, { tags })} />}
        </div>
      </div>
      <div className={styles.owner}>
        <OwnerSelect
          aria-label={words.owner}
          value={company.ownerId}
          disabled={!mayWrite}
          clearable={mayWrite}
          onChange={(ownerId) => void change(words.owner, { ownerId })}
        />
        <More id={company.id} mayDelete={mayWrite && company.deletedAt === null} />
      </div>
    </section>
  )
}

/** An address to open; null for what is no address of a page. */
function siteOf(text: string | null): string | null {
  if (text === null) return null
  if (/^https?:\/\//i.test(text)) return text
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : null
}

function More({ id, mayDelete }: { id: string; mayDelete: boolean }) {
  const clipboard = useClipboard()
  const { remove } = useCompanyDeletion(id)
  const copy = () => {
    clipboard.copy(id)
    told(words.copied)
  }
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={words.more} variant="default">
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={copy}>{words.copyId}</Menu.Item>
        {mayDelete && (
          <Menu.Item color="red" onClick={remove}>
            {words.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
