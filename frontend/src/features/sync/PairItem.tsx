import { Button } from '@mantine/core'
import type { HTMLAttributes } from 'react'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { PairItem_PairFragment } from '../../gql/graphql'
import { sync } from '../../strings/sync'
import { Pill } from '../../ui/Pill'
import { RelativeTime } from '../../ui/RelativeTime'
import { compared } from './compare'
import { DecisionCard } from './DecisionCard'
import styles from './PairItem.module.css'
import { recordAddress, recordName, strategyName } from './words'

const PairItem_pair = graphql(`
  fragment PairItem_pair on PossibleDuplicate {
    id kind foundAt firstId secondId state settledAt
    settledBy { label }
    run { id }
    first {
      id deletedAt
      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }
      ... on Company { companyName: name domain linkedinUrl location }
    }
    second {
      id deletedAt
      ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl city country }
      ... on Company { companyName: name domain linkedinUrl location }
    }
  }
`)

export type PairNode = PairItem_PairFragment

export function pairOf(pair: FragmentType<typeof PairItem_pair>): PairNode {
  return readFragment(PairItem_pair, pair)
}

const { duplicates: words } = sync

/** Two records that may be one, and what each of them says of the same things. */
export function PairItem(props: {
  pair: PairNode
  rowProps: HTMLAttributes<HTMLLIElement>
  action: { label: string; act: () => void } | null
}) {
  const { pair } = props
  return (
    <DecisionCard rowProps={props.rowProps}>
      <header className={styles.head}>
        {pair.kind && <Pill tone="warn">{words.share(strategyName(pair.kind))}</Pill>}
        <span className={styles.when}>
          {words.found}{' '}
          {pair.run ? (
            <Link to={`/sync/${pair.run.id}`}>
              <RelativeTime at={pair.foundAt} />
            </Link>
          ) : (
            <RelativeTime at={pair.foundAt} />
          )}
          {pair.settledAt && (
            <>
              {' · '}
              {words.settled(pair.settledBy?.label ?? null)} <RelativeTime at={pair.settledAt} />
            </>
          )}
        </span>
        {props.action && (
          <Button variant="default" onClick={props.action.act}>
            {props.action.label}
          </Button>
        )}
      </header>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Name record={pair.first} id={pair.firstId} />
            </th>
            <th scope="col">
              <Name record={pair.second} id={pair.secondId} />
            </th>
          </tr>
        </thead>
        <tbody>
          {compared(pair.first, pair.second).map(({ field, first, second, same }) => (
            <tr key={field} data-same={same || undefined}>
              <th scope="row">
                {words.fields[field]}
                {same && <span className={styles.same}>{words.same}</span>}
              </th>
              <td>{first}</td>
              <td>{second}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DecisionCard>
  )
}

function Name({ record, id }: { record: PairNode['first']; id: string }) {
  if (!record) return <span className={styles.when}>{words.gone}</span>
  return (
    <>
      <Link to={recordAddress(id) ?? '#'}>{recordName(record)}</Link>
      {record.deletedAt && (
        <>
          {' '}
          <Pill tone="quiet">{words.deleted}</Pill>
        </>
      )}
    </>
  )
}
