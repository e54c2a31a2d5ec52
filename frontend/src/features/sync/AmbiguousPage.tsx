import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useAct } from '../../crm/useAct'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import { sync } from '../../strings/sync'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { RelativeTime } from '../../ui/RelativeTime'
import { SkeletonRows } from '../../ui/Skeletons'
import { failed, told } from '../../ui/UndoToast'
import styles from './AmbiguousPage.module.css'
import { openCases } from './openCases'
import { SyncFrame } from './SyncFrame'
import { recordAddress, recordName, strategyName } from './words'

const RUNS = graphql(`
  query AmbiguousRuns($acts: [String!]!) {
    syncRuns(first: 15, filter: { status: { in: [PARTLY, FAILED] }, act: { in: $acts } }) {
      nodes {
        id act startedAt
        items(first: 200) {
          nodes { index externalId decision { code strategy normalizedValue candidateIds } }
        }
      }
    }
  }
`)

const CANDIDATES = graphql(`
  query AmbiguousCandidates($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Contact {
        name title contactCompany: companyName email phone mobilePhone lastActivityAt
        owner { name }
        externalLinks { externalId }
      }
      ... on Company { companyName: name domain lastActivityAt owner { name } externalLinks { externalId } }
    }
  }
`)

const LINK = graphql(`
  mutation LinkExternal($externalId: ID!, $recordId: ID!) {
    linkExternal(externalId: $externalId, recordId: $recordId) {
      ... on ExternalLinked { changeSetId }
      ... on Problem { code message }
    }
  }
`)

const { ambiguous: words } = sync
const ACTS = ['sync_contacts', 'create_contacts', 'sync_companies', 'create_companies']

/** Items that several records match, to be told apart by a person. */
export function AmbiguousPage() {
  const [{ data, error }, again] = useQuery({ query: RUNS, variables: { acts: ACTS } })
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const cases = openCases(data?.syncRuns.nodes ?? [])
  const ids = [...new Set(cases.flatMap(({ candidateIds }) => candidateIds))].slice(0, 200)
  const [found, foundAgain] = useQuery({ query: CANDIDATES, variables: { ids }, pause: ids.length === 0 })
  const act = useAct()
  const mayWrite = useMay('WRITE')
  const records = (found.data?.nodes ?? []).flatMap((each) =>
    each?.__typename === 'Contact' || each?.__typename === 'Company' ? [each] : [],
  )
  const open = cases.filter(
    ({ externalId }) =>
      !settled.has(externalId) &&
      !records.some((each) => each.externalLinks.some((link) => link.externalId === externalId)),
  )
  const link = async (externalId: string, record: { id: string }) => {
    try {
      await act(LINK, { externalId, recordId: record.id })
      setSettled(new Set([...settled, externalId]))
      told(words.done(recordName(record)))
    } catch (problem) {
      failed(problem)
    }
  }
  const failure = error ?? found.error
  const waiting = !data || (ids.length > 0 && !found.data)
  return (
    <SyncFrame count={waiting ? undefined : open.length}>
      <p className={styles.hint}>{words.hint}</p>
      {failure ? (
        <ErrorNote
          error={failure}
          onRetry={() => {
            again({ requestPolicy: 'network-only' })
            foundAgain({ requestPolicy: 'network-only' })
          }}
        />
      ) : waiting ? (
        <SkeletonRows rows={6} />
      ) : open.length === 0 ? (
        <EmptyState title={words.none} hint={words.noneHint} />
      ) : (
        open.map((each) => (
          <Panel
            key={each.externalId}
            title={words.title(each.externalId)}
            hint={words.owns(strategyName(each.strategy ?? ''), each.normalizedValue ?? '')}
            actions={
              <span className={styles.seen}>
                {words.seen}{' '}
                <Link to={`/sync/${each.runId}?item=${each.index}`}>
                  <RelativeTime at={each.at} />
                </Link>
              </span>
            }
          >
            <ul className={styles.candidates}>
              {records
                .filter(({ id }) => each.candidateIds.includes(id))
                .map((record) => (
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
                    {mayWrite && (
                      <Button variant="default" onClick={() => link(each.externalId, record)}>
                        {words.this}
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          </Panel>
        ))
      )}
      {open.length > 0 && <p className={styles.quiet}>{words.limits}</p>}
    </SyncFrame>
  )
}

function aboutOf(record: object): string {
  const { title, contactCompany, domain, email, phone, mobilePhone, owner } = record as Record<string, unknown>
  const { name } = (owner as { name?: string } | null) ?? {}
  return [title, contactCompany, domain, email, phone, mobilePhone, name].filter(Boolean).join(' · ')
}
