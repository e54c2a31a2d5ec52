import { fieldLabel } from '../../crm/fieldLabels'
import { useTeam } from '../../crm/useTeam'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { shown } from '../../lib/values'
import { deals } from '../../strings/deals'
import { record } from '../../strings/record'
import { Card } from '../../ui/Card'
import { RelativeTime } from '../../ui/RelativeTime'
import styles from './DealHistory.module.css'

const DealHistory_deal = graphql(`
  fragment DealHistory_deal on Deal {
    createdAt
    createdBy { label }
    changes(first: 30) {
      totalCount
      nodes { id at version source actor { label } fields { field old new } }
    }
  }
`)

const { form: words } = deals
const LABELS: Record<string, string> = {
  name: words.name,
  amount: words.amount,
  currency: words.currency,
  stage: words.stage,
  expectedClose: words.expectedClose,
  status: deals.columns.status,
  lostReason: deals.lost.reason,
  contactId: words.contact,
  companyId: words.company,
  closedAt: deals.columns.closed,
}

/** Who changed what about a deal, the latest first. */
export function DealHistory(props: { deal: FragmentType<typeof DealHistory_deal> }) {
  const { changes, createdAt, createdBy } = readFragment(DealHistory_deal, props.deal)
  const team = useTeam()
  const older = changes.totalCount - changes.nodes.length
  const told = (value: unknown) => team.find(({ id }) => id === value)?.name ?? (shown(value) || words.nothing)
  return (
    <Card title={words.history}>
      <ol className={styles.list}>
        {/* The first version is the deal as it was made, which the last line tells. */}
        {changes.nodes
          .filter(({ version }) => version > 1)
          .map((change) => (
            <li key={change.id}>
              {change.fields
                .filter(({ field }) => field !== 'closedAt')
                .map(({ field, old, new: now }) => (
                  <div key={field}>
                    <span className={styles.field}>{LABELS[field] ?? fieldLabel(field)}</span> {told(old)} →{' '}
                    <strong>{told(now)}</strong>
                  </div>
                ))}
              <div className={styles.quiet}>
                {change.actor.label ?? record.timeline.changedBySource[change.source]} · <RelativeTime at={change.at} />
              </div>
            </li>
          ))}
        {older > 0 && <li className={styles.quiet}>{words.more(older)}</li>}
        <li className={styles.quiet}>
          {words.made}
          {createdBy.label && ` · ${createdBy.label}`} · <RelativeTime at={createdAt} />
        </li>
      </ol>
    </Card>
  )
}
