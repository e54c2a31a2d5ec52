import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { StageTrack } from '../../crm/StageTrack'
import { graphql } from '../../gql'
import type { CompanyPeopleQuery } from '../../gql/graphql'
import type { Connection } from '../../lib/pagesKept'
import { usePages } from '../../lib/usePages'
import { company } from '../../strings/company'
import { crm } from '../../strings/crm'
import { Card } from '../../ui/Card'
import { ErrorNote } from '../../ui/ErrorNote'
import { SkeletonLines } from '../../ui/Skeletons'
import styles from './CompanyPeople.module.css'

const PEOPLE = graphql(`
  query CompanyPeople($id: ID!, $first: Int!, $after: String) {
    company(id: $id) {
      contacts(first: $first, after: $after) {
        totalCount
        nodes { id name title owner { id name } engagement { stage } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

type Person = NonNullable<CompanyPeopleQuery['company']>['contacts']['nodes'][number]

const { people: words } = company
const SOME = 8
const NOBODY: Connection<Person> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

function peopleIn(data: CompanyPeopleQuery): Connection<Person> {
  return data.company?.contacts ?? NOBODY
}

/** Who is known at a company, and how far each of them came. */
export function CompanyPeople({ id }: { id: string }) {
  const list = usePages(PEOPLE, { id, first: SOME }, peopleIn)
  const left = (list.total ?? 0) - list.nodes.length
  return (
    <Card
      title={words.title}
      action={list.total !== undefined && <span className={styles.count}>{list.total.toLocaleString()}</span>}
    >
      {list.error !== null && <ErrorNote error={list.error} onRetry={() => void list.reload()} />}
      {list.nodes.length === 0 && list.loading && <SkeletonLines lines={4} />}
      {list.nodes.length === 0 && !list.loading && list.error === null && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.list}>
        {list.nodes.map((person) => (
          <li key={person.id} className={styles.person}>
            <span className={styles.who}>
              <Link to={`/contacts/${person.id}`} className={styles.name}>
                {person.name ?? crm.unnamed}
              </Link>
              <span className={styles.role}>{person.title}</span>
            </span>
            <span>{person.engagement?.stage && <StageTrack small stage={person.engagement.stage} />}</span>
            <span className={styles.owner}>{person.owner?.name}</span>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="subtle" color="gray" loading={list.loading} onClick={list.more}>
          {words.more(Math.min(left, SOME))}
        </Button>
      )}
    </Card>
  )
}
