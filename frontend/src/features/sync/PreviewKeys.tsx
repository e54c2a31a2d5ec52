import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { CompanyLeadInput, Entity, LeadInput } from '../../gql/graphql'
import { sync } from '../../strings/sync'
import { ErrorNote } from '../../ui/ErrorNote'
import { SkeletonLines } from '../../ui/Skeletons'
import styles from './PreviewItem.module.css'
import type { Json } from './wire'
import { strategyName } from './words'

const CONTACT_KEYS = graphql(`
  query ExplainMatch($lead: LeadInput!) {
    explained: explainMatch(lead: $lead) { keys { kind value ownerCount decides } }
  }
`)

const COMPANY_KEYS = graphql(`
  query ExplainCompanyMatch($lead: CompanyLeadInput!) {
    explained: explainCompanyMatch(lead: $lead) { keys { kind value ownerCount decides } }
  }
`)

const { preview: words } = sync

/** The identifiers of an item in the form they are compared in, and how many records own each. */
export function PreviewKeys({ entity, lead }: { entity: Entity; lead: Json }) {
  const [contact, contactAgain] = useQuery({
    query: CONTACT_KEYS,
    variables: { lead: lead as LeadInput },
    pause: entity !== 'CONTACT',
  })
  const [company, companyAgain] = useQuery({
    query: COMPANY_KEYS,
    variables: { lead: lead as CompanyLeadInput },
    pause: entity !== 'COMPANY',
  })
  const { data, error } = entity === 'CONTACT' ? contact : company
  if (error) return <ErrorNote error={error} onRetry={entity === 'CONTACT' ? contactAgain : companyAgain} />
  if (!data) return <SkeletonLines lines={3} />
  return (
    <table className={styles.effects}>
      <caption>{words.keys}</caption>
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col">{sync.run.value}</th>
          <th scope="col">{words.ownedBy}</th>
        </tr>
      </thead>
      <tbody>
        {data.explained.keys.map(({ kind, value, ownerCount, decides }) => (
          <tr key={`${kind} ${value}`} data-same={!decides || undefined}>
            <th scope="row">{strategyName(kind.toLowerCase())}</th>
            <td>{value}</td>
            <td>
              {words.owners(ownerCount)}
              {!decides && ` (${words.ignored})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
