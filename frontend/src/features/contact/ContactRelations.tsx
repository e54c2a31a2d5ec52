import { Anchor, Badge } from '@mantine/core'
import { Link } from 'react-router'
import { useMay } from '../../crm/Viewer'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { day } from '../../lib/times'
import { money } from '../../lib/values'
import { contact as words } from '../../strings/contact'
import { crm } from '../../strings/crm'
import { Card } from '../../ui/Card'
import styles from './ContactRelations.module.css'

const ContactRelations_contact = graphql(`
  fragment ContactRelations_contact on Contact {
    id name
    company { id name domain industry numberOfEmployees location }
    deals(first: 20) { nodes { id name amount currency stage status expectedClose } }
  }
`)

const TONES = { OPEN: 'indigo', WON: 'green', LOST: 'gray' } as const

/** The company somebody works for, and what may be sold to them. */
export function ContactRelations(props: { contact: FragmentType<typeof ContactRelations_contact> }) {
  const { id, name, company, deals } = readFragment(ContactRelations_contact, props.contact)
  const mayWrite = useMay('WRITE')
  const asked = new URLSearchParams({ contact: id, ...(name ? { named: name } : {}) })
  return (
    <>
      <Card
        title={words.deals}
        action={
          mayWrite && (
            <Anchor component={Link} size="sm" to={`/deals/new?${asked}`}>
              {words.newDeal}
            </Anchor>
          )
        }
      >
        {deals.nodes.length === 0 && <p className={styles.none}>{words.noDeals}</p>}
        <ul className={styles.list}>
          {deals.nodes.map((deal) => (
            <li key={deal.id}>
              <div className={styles.line}>
                <Link to={`/deals/${deal.id}`} className={styles.name}>
                  {deal.name}
                </Link>
                <span className={styles.amount}>{money(deal.amount, deal.currency)}</span>
              </div>
              <div className={styles.quiet}>
                <Badge color={TONES[deal.status]}>{deal.stage ?? words.dealStatus[deal.status]}</Badge>
                {deal.expectedClose && day(deal.expectedClose)}
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={words.company}>
        {company ? (
          <>
            <Link to={`/companies/${company.id}`} className={styles.name}>
              {company.name ?? company.domain ?? crm.unnamed}
            </Link>
            <p className={styles.none}>
              {[
                company.domain,
                company.industry,
                company.numberOfEmployees !== null && words.employees(company.numberOfEmployees),
                company.location,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </>
        ) : (
          <p className={styles.none}>{words.noCompany}</p>
        )}
      </Card>
    </>
  )
}
