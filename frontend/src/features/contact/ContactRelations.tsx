import { Badge } from '@mantine/core'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { day } from '../../lib/times'
import { money } from '../../lib/values'
import { contact as words } from '../../strings/contact'
import { crm } from '../../strings/crm'
import { Card } from '../../ui/Card'
import styles from './ContactRelations.module.css'

const ContactRelations_contact = graphql(`
  fragment ContactRelations_contact on Contact {
    company { id name domain industry numberOfEmployees location }
    deals(first: 20) { nodes { id name amount currency stage status expectedClose } }
  }
`)

const TONES = { OPEN: 'indigo', WON: 'green', LOST: 'gray' } as const

/** The company somebody works for, and what may be sold to them. */
export function ContactRelations(props: { contact: FragmentType<typeof ContactRelations_contact> }) {
  const { company, deals } = readFragment(ContactRelations_contact, props.contact)
  return (
    <>
      <Card title={words.deals}>
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
