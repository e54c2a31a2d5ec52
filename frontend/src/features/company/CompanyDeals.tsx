import { Anchor, Badge } from '@mantine/core'
import { Link } from 'react-router'
import { useMay } from '../../crm/Viewer'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { day } from '../../lib/times'
import { money } from '../../lib/values'
import { company as words } from '../../strings/company'
import { Card } from '../../ui/Card'
import styles from './CompanyDeals.module.css'

const CompanyDeals_company = graphql(`
  fragment CompanyDeals_company on Company {
    id name
    deals(first: 30) { nodes { id name amount currency stage status expectedClose } }
  }
`)

const TONES = { OPEN: 'indigo', WON: 'green', LOST: 'gray' } as const

/** What may be sold to a company, and what was. */
export function CompanyDeals(props: { company: FragmentType<typeof CompanyDeals_company> }) {
  const { id, name, deals } = readFragment(CompanyDeals_company, props.company)
  const mayWrite = useMay('WRITE')
  const asked = new URLSearchParams({ company: id, ...(name ? { named: name } : {}) })
  return (
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
              <Badge color={TONES[deal.status]}>
                {deal.status === 'OPEN' ? (deal.stage ?? words.dealStatus.OPEN) : words.dealStatus[deal.status]}
              </Badge>
              {deal.expectedClose && day(deal.expectedClose)}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
