import type { Client } from 'urql'
import { graphql } from '../../gql'
import type { TaskFilter, TaskOrder } from '../../gql/graphql'
import type { EveryPage } from '../../lib/everyPage'
import { crm } from '../../strings/crm'
import { tasks as words } from '../../strings/tasks'
import { type TaskRow, taskOf } from './taskRow'

const EVERY = graphql(`
  query EveryTask($after: String, $filter: TaskFilter, $orderBy: [TaskOrder!]) {
    tasks(first: 200, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { ...TaskRow_task }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** Every task that fits, a page at a time. */
export async function* everyTask(
  every: EveryPage,
  client: Client,
  variables: { filter: TaskFilter | null; orderBy: TaskOrder[] | null },
): AsyncGenerator<TaskRow[]> {
  for await (const nodes of every(client, EVERY, variables, (data) => data.tasks)) yield nodes.map(taskOf)
}

const { file } = words

/** What a CSV file tells of a task. */
export const TASK_COLUMNS: { header: string; value: (task: TaskRow) => unknown }[] = [
  { header: file.subject, value: (task) => task.subject },
  { header: file.type, value: (task) => task.type && (words.types[task.type] ?? task.type) },
  { header: file.due, value: (task) => task.dueAt },
  { header: file.completed, value: (task) => task.completed },
  { header: file.completedAt, value: (task) => task.completedAt },
  { header: file.owner, value: (task) => task.owner?.name ?? task.ownerId },
  { header: file.contact, value: (task) => task.contact && (task.contact.name ?? crm.unnamed) },
  { header: file.company, value: (task) => task.company?.name ?? task.contact?.companyName },
  { header: file.description, value: (task) => task.description },
]
