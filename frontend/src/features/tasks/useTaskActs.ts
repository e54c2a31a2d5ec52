import { useMemo } from 'react'
import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import { graphql } from '../../gql'
import type { TaskFields } from '../../gql/graphql'
import { tasks as words } from '../../strings/tasks'
import { failed, told } from '../../ui/UndoToast'
import { nodeOf, type TaskNode, type TaskRow, taskOf } from './taskRow'

const UPDATE = graphql(`
  mutation ChangeTask($id: ID!, $changes: TaskFields!, $version: Int) {
    updateTask(id: $id, changes: $changes, expectedVersion: $version) {
      ... on TaskChanged { changeSetId task { id ...TaskRow_task } }
      ... on Problem { code message }
    }
  }
`)
const CREATE = graphql(`
  mutation WriteTaskDown($task: TaskFields!) {
    createTask(task: $task) {
      ... on TaskChanged { changeSetId task { id subject } }
      ... on Problem { code message }
    }
  }
`)
const DELETE = graphql(`
  mutation RemoveTask($id: ID!) {
    deleteTasks(ids: [$id]) { changeSetId results { id problem { code message } task { id deletedAt } } }
  }
`)

/** The list that shows what becomes of tasks. */
type List = { replace: (change: (node: TaskNode) => TaskNode) => void; reload: () => Promise<void> }

/** What people do to tasks. All of it is told, and can be undone. */
export function useTaskActs({ replace, reload }: List) {
  const act = useAct()
  const revert = useRevert()
  return useMemo(() => {
    const put = (task: TaskNode) => replace((node) => (node.id === task.id ? task : node))
    const tell = (message: string, changeSetId: string | null) =>
      told(message, async () => {
        await revert([changeSetId])
        await reload()
      })
    const update = async (task: TaskRow, changes: TaskFields) => {
      const { updateTask } = await act(UPDATE, { id: task.id, changes, version: task.version })
      if (updateTask.task) put(updateTask.task)
      return updateTask
    }
    /** Complete a task, or open it again. The list shows it before the server has agreed. */
    const complete = async (task: TaskRow) => {
      const completed = !task.completed
      put(nodeOf({ ...task, completed }))
      try {
        const { changeSetId } = await update(task, { completed })
        tell(completed ? words.told.completed(task.subject) : words.told.reopened(task.subject), changeSetId)
      } catch (error) {
        put(nodeOf(task))
        failed(error)
        void reload()
      }
    }
    /** Set fields of a task. What goes wrong is thrown, for the form to show. */
    const change = async (task: TaskRow, changes: TaskFields) => {
      const { changeSetId, task: changed } = await update(task, changes)
      void reload()
      tell(words.told.changed(changed ? taskOf(changed).subject : task.subject), changeSetId)
    }
    const create = async (fields: TaskFields) => {
      const { createTask } = await act(CREATE, { task: fields })
      void reload()
      tell(words.told.created(createTask.task?.subject ?? ''), createTask.changeSetId)
    }
    const remove = async (task: Pick<TaskRow, 'id' | 'subject'>) => {
      try {
        const { deleteTasks } = await act(DELETE, { id: task.id })
        void reload()
        tell(words.told.deleted(task.subject), deleteTasks.changeSetId)
      } catch (error) {
        failed(error)
      }
    }
    return { complete, change, create, remove }
  }, [act, revert, replace, reload])
}

export type TaskActs = ReturnType<typeof useTaskActs>
