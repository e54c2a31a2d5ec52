import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { shown } from '../../lib/values'
import { sync } from '../../strings/sync'
import { Pill } from '../../ui/Pill'
import styles from './Decision.module.css'
import { recordAddress, recordName, strategyName } from './words'

const Decision_decision = graphql(`
  fragment Decision_decision on MatchDecision {
    outcome strategy normalizedValue weak reused narrowedBy code message differs
    candidates {
      id
      ... on Contact { name email phone contactCompany: companyName }
      ... on Company { companyName: name domain }
    }
    elsewhere { strategy recordId }
  }
`)

const { run: words } = sync

/** What was decided about an item, and the evidence for it. */
export function Decision(props: { decision: FragmentType<typeof Decision_decision>; recordId?: string | null }) {
  const decision = readFragment(Decision_decision, props.decision)
  const differs = Object.entries((decision.differs as Record<string, unknown> | null) ?? {})
  return (
    <dl className={styles.decision}>
      {decision.message && (
        <Row name={decision.code ?? ''}>
          <span className={styles.problem}>{decision.message}</span>
        </Row>
      )}
      {decision.strategy && (
        <Row name={words.strategy}>
          {strategyName(decision.strategy)}{' '}
          {decision.weak && (
            <Pill tone="warn" hint={words.weakHint}>
              {words.weak}
            </Pill>
          )}{' '}
          {decision.reused && (
            <Pill tone="quiet" hint={words.reusedHint}>
              {words.reused}
            </Pill>
          )}
        </Row>
      )}
      {decision.normalizedValue && (
        <Row name={words.value}>
          <code>{decision.normalizedValue}</code>
        </Row>
      )}
      {decision.narrowedBy && <Row name={words.narrowedBy}>{strategyName(decision.narrowedBy)}</Row>}
      {decision.candidates.length > 0 && (
        <Row name={words.candidates}>
          <ul className={styles.candidates}>
            {decision.candidates.map((each) => (
              <li key={each.id}>
                <Link to={recordAddress(each.id) ?? '#'}>{recordName(each)}</Link>{' '}
                <span className={styles.quiet}>{aside(each)}</span>
              </li>
            ))}
          </ul>
        </Row>
      )}
      {decision.elsewhere.map(({ strategy, recordId }) => (
        <Row key={strategy} name={words.elsewhere}>
          {words.elsewhereText(strategyName(strategy))} <Link to={recordAddress(recordId) ?? '#'}>{recordId}</Link>
        </Row>
      ))}
      {differs.length > 0 && (
        <Row name={words.differs}>{differs.map(([name, value]) => `${name}: ${shown(value)}`).join(' · ')}</Row>
      )}
      {decision.candidates.length === 0 && props.recordId && recordAddress(props.recordId) && (
        <Row name={words.record}>
          <Link to={recordAddress(props.recordId) ?? '#'}>{props.recordId}</Link>
        </Row>
      )}
    </dl>
  )
}

function Row(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function aside(record: object): string {
  const { contactCompany, email, phone, domain } = record as Record<string, string | null>
  return [contactCompany, email, phone, domain].filter(Boolean).join(' · ')
}
