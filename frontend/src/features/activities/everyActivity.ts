import type { Client } from 'urql'
import { channelName } from '../../crm/stages'
import { graphql } from '../../gql'
import type { ActivityFilter } from '../../gql/graphql'
import type { EveryPage } from '../../lib/everyPage'
import { activities as words } from '../../strings/activities'
import { crm } from '../../strings/crm'
import { type ActivityRow, activityOf } from './activityRow'

const EVERY = graphql(`
  query EveryActivity($after: String, $filter: ActivityFilter) {
    activities(first: 200, after: $after, filter: $filter) {
      nodes { ...ActivityRow_activity }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** Every activity that fits, a page at a time. */
export async function* everyActivity(
  every: EveryPage,
  client: Client,
  variables: { filter: ActivityFilter },
): AsyncGenerator<ActivityRow[]> {
  for await (const nodes of every(client, EVERY, variables, (data) => data.activities)) {
    yield nodes.map(activityOf)
  }
}

const { file } = words
const DIRECTIONS: Record<string, string> = words.direction

/** What a CSV file tells of an activity. */
export const ACTIVITY_COLUMNS: { header: string; value: (activity: ActivityRow) => unknown }[] = [
  { header: file.when, value: (each) => each.happenedAt },
  { header: file.kind, value: (each) => channelName(each.type) },
  { header: file.direction, value: (each) => each.direction && (DIRECTIONS[each.direction] ?? each.direction) },
  { header: file.contact, value: (each) => each.contact && (each.contact.name ?? crm.unnamed) },
  { header: file.company, value: (each) => each.company?.name ?? each.contact?.companyName },
  { header: file.sender, value: (each) => each.sender },
  { header: file.owner, value: (each) => each.owner?.name ?? each.ownerId },
  { header: file.step, value: (each) => each.step },
  { header: file.subject, value: (each) => each.subject },
  { header: file.text, value: (each) => each.bodyText },
]
