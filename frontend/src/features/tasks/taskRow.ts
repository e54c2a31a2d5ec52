import { type FragmentType, graphql, makeFragmentData, readFragment } from '../../gql'
import type { TaskRow_TaskFragment } from '../../gql/graphql'

const TaskRow_task = graphql(`
  fragment TaskRow_task on Task {
    id version subject description type dueAt completed completedAt ownerId contactId companyId
    owner { id name }
    contact { id name companyName }
    company { id name }
  }
`)

/** A task as lists and forms show it. */
export type TaskRow = TaskRow_TaskFragment

/** A task as an answer holds it. */
export type TaskNode = { id: string } & FragmentType<typeof TaskRow_task>

/** What is shown of a task of an answer. */
export function taskOf(task: FragmentType<typeof TaskRow_task>): TaskRow {
  return readFragment(TaskRow_task, task)
}

/** A task as an answer would hold it. */
export function nodeOf(task: TaskRow): TaskNode {
  return { id: task.id, ...makeFragmentData(task, TaskRow_task) }
}
