import { useCallback, useMemo } from 'react'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { TaskFields } from '../../gql/graphql'
import { tasks as words } from '../../strings/tasks'
import { failed, told } from '../../ui/UndoToast'
import { nodeOf, type TaskNode, type TaskRow, taskOf } from './taskRow'

const UPDATE = graphql(`
  mutation ChangeTask($id: ID!, $changes: TaskFields!, $version: Int) {
    updateTask(id: $id, changes: $changes, expectedVersion: $version) {
      task { id ...TaskRow_task }
      problem { code message }
    }
  }
`)
const CREATE = graphql(`
  mutation WriteTaskDown($task: TaskFields!) {
    createTask(task: $task) { id ...TaskRow_task }
  }
`)
const DELETE = graphql(`
  mutation RemoveTask($ids: [ID!]!) {
    deleteTasks(ids: $ids) { results { id problem { code message } } }
  }
`)
const RESTORE = graphql(`
  mutation BringTaskBack($ids: [ID!]!) {
    restoreTasks(ids: $ids) { results { id problem { code message } } }
  }
`)

/** The list that shows what becomes of tasks. */
type List = { replace: (change: (node: TaskNode) => TaskNode) => void; reload: () => Promise<void> }

/** What people do to tasks. All of it is told, and can be undone. */
export function useTaskActs({ replace, reload }: List) {
  const act = useAct()
  const put = useCallback((task: TaskNode) => replace((node) => (node.id === task.id ? task : node)), [replace])
  const update = useCallback(
    async (id: string, changes: TaskFields, version?: number): Promise<TaskRow> => {
      const { updateTask } = await act(UPDATE, { id, changes, version: version ?? null })
      if (!updateTask.task) throw new Error(words.form.gone)
      put(updateTask.task)
      return taskOf(updateTask.task)
    },
    [act, put],
  )
  return useMemo(() => {
    /** Complete a task, or open it again. The list shows it before the server has agreed. */
    const complete = async (task: TaskRow) => {
      const completed = !task.completed
      put(nodeOf({ ...task, completed }))
      try {
        const done = await update(task.id, { completed }, task.version)
        const message = completed ? words.told.completed(task.subject) : words.told.reopened(task.subject)
        told(message, () => update(task.id, { completed: !completed }, done.version))
      } catch (error) {
        put(nodeOf(task))
        failed(error)
      }
    }
    /** Set fields of a task. What goes wrong is thrown, for the form to show. */
    const change = async (task: TaskRow, changes: TaskFields) => {
      const changed = await update(task.id, changes, task.version)
      const before = Object.fromEntries(Object.keys(changes).map((name) => [name, task[name as keyof TaskRow]]))
      void reload()
      told(words.told.changed(changed.subject), async () => {
        await update(task.id, before, changed.version)
        await reload()
      })
    }
    const remove = async (task: Pick<TaskRow, 'id' | 'subject'>) => {
      try {
        await act(DELETE, { ids: [task.id] })
        await reload()
        told(words.told.deleted(task.subject), async () => {
          await act(RESTORE, { ids: [task.id] })
          await reload()
        })
      } catch (error) {
        failed(error)
      }
    }
    const create = async (fields: TaskFields) => {
      const { createTask } = await act(CREATE, { task: fields })
      const { id, subject } = taskOf(createTask)
      await reload()
      told(words.told.created(subject), async () => {
        await act(DELETE, { ids: [id] })
        await reload()
      })
    }
    return { complete, change, remove, create }
  }, [act, put, update, reload])
}

export type TaskActs = ReturnType<typeof useTaskActs>
