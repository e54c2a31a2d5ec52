import { Table } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../gql'
import { record } from '../strings/record'
import { ErrorNote } from '../ui/ErrorNote'
import { RelativeTime } from '../ui/RelativeTime'
import { SkeletonLines } from '../ui/Skeletons'
import { actName } from './actName'
import { actorName } from './actorName'
import styles from './EnginyPanel.module.css'

const RUNS = graphql(`
  query LastRuns($id: ID!) {
    node(id: $id) {
      ... on Record {
        changes(first: 12) { nodes { id at source actor { label } run { id act } fields { field } } }
      }
    }
  }
`)

const { enginy: words } = record

/** The last acts that changed a record: when, by whom, and what they touched. */
export function LastRuns({ id }: { id: string }) {
  const [{ data, error }, again] = useQuery({ query: RUNS, variables: { id } })
  if (error) return <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <SkeletonLines lines={4} />
  const changes = data.node && 'changes' in data.node ? data.node.changes.nodes : []
  if (changes.length === 0) return <p className={styles.hint}>{words.runsNone}</p>
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing={5} horizontalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.runColumns.when}</Table.Th>
            <Table.Th>{words.runColumns.act}</Table.Th>
            <Table.Th>{words.runColumns.by}</Table.Th>
            <Table.Th>{words.runColumns.fields}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((each) => (
            <Table.Tr key={each.id}>
              <Table.Td className={styles.whole ?? ''}>
                <RelativeTime at={each.at} />
              </Table.Td>
              <Table.Td className={styles.whole ?? ''}>
                {each.run ? <Link to={`/sync/${each.run.id}`}>{actName(each.run.act)}</Link> : '—'}
              </Table.Td>
              <Table.Td className={styles.whole ?? ''}>{actorName(each.source, each.actor.label)}</Table.Td>
              <Table.Td className={styles.value ?? ''}>{each.fields.map(({ field }) => field).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
