import { Button, Kbd, VisuallyHidden } from '@mantine/core'
import type { HTMLAttributes } from 'react'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { CaseItem_ItemFragment } from '../../gql/graphql'
import { sync } from '../../strings/sync'
import { RelativeTime } from '../../ui/RelativeTime'
import styles from './CaseItem.module.css'
import { DecisionCard } from './DecisionCard'
import { recordAddress, recordName, strategyName } from './words'

const CaseItem_item = graphql(`
  fragment CaseItem_item on FailedItem {
    index externalId entity
    run { id startedAt }
    decision {
      strategy normalizedValue
      candidates {
        id deletedAt lastActivityAt
        owner { name }
        ... on Contact { name title contactCompany: companyName email phone mobilePhone }
        ... on Company { companyName: name domain }
      }
    }
  }
`)

export type Case = CaseItem_ItemFragment
export type Candidate = Case['decision']['candidates'][number]

/** How many of an item's candidates have a key of their own. */
export const MOST_NUMBERED = 5

export function caseOf(item: FragmentType<typeof CaseItem_item>): Case {
  return readFragment(CaseItem_item, item)
}

/** The records that an item may be: those that are still there. */
export function mayBe(item: Case): Candidate[] {
  return item.decision.candidates.filter((each) => each.deletedAt === null)
}

const { ambiguous: words } = sync

/** An item that several records match, with what is known of each, to say which of them it is. */
export function CaseItem(props: {
  item: Case
  rowProps: HTMLAttributes<HTMLLIElement>
  onChoose: ((record: Candidate) => void) | null
}) {
  const { item, onChoose } = props
  const { strategy, normalizedValue } = item.decision
  return (
    <DecisionCard rowProps={props.rowProps}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.title(item.externalId ?? '', item.entity === 'COMPANY')}</h2>
        <p className={styles.quiet}>{words.owns(strategyName(strategy ?? ''), normalizedValue ?? '')}</p>
        {item.run && (
          <span className={styles.quiet}>
            {words.seen}{' '}
            <Link to={`/sync/${item.run.id}?item=${item.index}`}>
              <RelativeTime at={item.run.startedAt} />
            </Link>
          </span>
        )}
      </header>
      <ol className={styles.candidates}>
        {mayBe(item).map((record, place) => (
          <li key={record.id} className={styles.candidate}>
            <div>
              <Link to={recordAddress(record.id) ?? '#'} className={styles.name}>
                {recordName(record)}
              </Link>
              <p className={styles.quiet}>{aboutOf(record)}</p>
              {record.lastActivityAt && (
                <p className={styles.quiet}>
                  <RelativeTime at={record.lastActivityAt} />
                </p>
              )}
            </div>
            {onChoose && (
              <Button
                variant="default"
                rightSection={
                  place < MOST_NUMBERED && (
                    <Kbd size="xs" aria-hidden>
                      {place + 1}
                    </Kbd>
                  )
                }
                onClick={() => onChoose(record)}
              >
                {words.this}
                <VisuallyHidden>{words.ofName(recordName(record))}</VisuallyHidden>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </DecisionCard>
  )
}

function aboutOf(record: object): string {
  const { title, contactCompany, domain, email, phone, mobilePhone, owner } = record as Record<string, unknown>
  const { name } = (owner as { name?: string } | null) ?? {}
  return [title, contactCompany, domain, email, phone, mobilePhone, name].filter(Boolean).join(' · ')
}
