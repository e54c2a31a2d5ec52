import { useMemo } from 'react'
import { useAct } from '../../crm/useAct'
import { useRevert } from '../../crm/useRevert'
import { graphql } from '../../gql'
import type { DealFields } from '../../gql/graphql'
import { Refused } from '../../lib/done'
import { deals as words } from '../../strings/deals'
import { failed, told } from '../../ui/UndoToast'
import { UPDATE_DEAL } from './changing'
import { type DealRow, dealOf } from './dealRow'

const CREATE = graphql(`
  mutation CreateDeal($deal: DealFields!) {
    createDeals(deals: [$deal]) { changeSetId results { id problem { code message } deal { id } } }
  }
`)
const DELETE = graphql(`
  mutation DeleteDeal($id: ID!) {
    deleteDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }
  }
`)
const RESTORE = graphql(`
  mutation RestoreDeal($id: ID!) {
    restoreDeals(ids: [$id]) { changeSetId results { id problem { code message } deal { id deletedAt } } }
  }
`)

/** What people do to deals. All of it is told, and can be undone; `onChanged` is called when lists may differ. */
export function useDealActs(onChanged: () => void) {
  const act = useAct()
  const revert = useRevert()
  return useMemo(() => {
    const tell = (message: string, changeSetId: string | null) =>
      told(message, async () => {
        await revert([changeSetId])
        onChanged()
      })
    /** Set fields of a deal as it was read, and tell it. What goes wrong is thrown. */
    const change = async (deal: DealRow, changes: DealFields, message?: string): Promise<DealRow> => {
      const { updateDeal } = await act(UPDATE_DEAL, { id: deal.id, changes, version: deal.version })
      if (!updateDeal.deal) throw new Error(words.form.gone)
      const changed = dealOf(updateDeal.deal)
      tell(message ?? words.told.changed(changed.name), updateDeal.changeSetId)
      return changed
    }
    const create = async (fields: DealFields) => {
      const { createDeals } = await act(CREATE, { deal: fields })
      tell(words.told.created(fields.name ?? ''), createDeals.changeSetId)
    }
    const restore = async (deal: Pick<DealRow, 'id' | 'name'>) => {
      try {
        const { restoreDeals } = await act(RESTORE, { id: deal.id })
        onChanged()
        tell(words.told.restored(deal.name), restoreDeals.changeSetId)
      } catch (error) {
        failed(error)
      }
    }
    const remove = async (deal: Pick<DealRow, 'id' | 'name'>) => {
      try {
        const { deleteDeals } = await act(DELETE, { id: deal.id })
        onChanged()
        tell(words.told.deleted(deal.name), deleteDeals.changeSetId)
      } catch (error) {
        failed(error)
      }
    }
    return { change, create, remove, restore }
  }, [act, revert, onChanged])
}

export type DealActs = ReturnType<typeof useDealActs>

/** Whether somebody else wrote the deal meanwhile. */
export function isConflict(error: unknown): boolean {
  return error instanceof Refused && error.problem.code === 'VERSION_CONFLICT'
}
