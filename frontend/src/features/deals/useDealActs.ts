import { useMemo } from 'react'
import { Refused, useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { DealFields } from '../../gql/graphql'
import { deals as words } from '../../strings/deals'
import { failed, told } from '../../ui/UndoToast'
import { type DealRow, dealOf } from './dealRow'

const UPDATE = graphql(`
  mutation UpdateDeal($id: ID!, $changes: DealFields!, $version: Int) {
    updateDeal(id: $id, changes: $changes, expectedVersion: $version) {
      deal { id ...DealRow_deal }
      problem { code message }
    }
  }
`)
const CREATE = graphql(`
  mutation CreateDeal($deal: DealFields!) {
    createDeals(deals: [$deal]) {
      results { id deal { id ...DealRow_deal } problem { code message } }
    }
  }
`)
const DELETE = graphql(`
  mutation DeleteDeal($id: ID!) {
    deleteDeals(ids: [$id]) { results { id problem { code message } deal { id deletedAt } } }
  }
`)
const RESTORE = graphql(`
  mutation RestoreDeal($id: ID!) {
    restoreDeals(ids: [$id]) { results { id problem { code message } deal { id deletedAt } } }
  }
`)

/** What people do to deals. All of it is told, and can be undone; `onChanged` is called whenever lists may differ. */
export function useDealActs(onChanged: () => void) {
  const act = useAct()
  return useMemo(() => {
    const update = async (id: string, changes: DealFields, version: number | null): Promise<DealRow> => {
      const { updateDeal } = await act(UPDATE, { id, changes, version })
      if (!updateDeal.deal) throw new Error(words.form.gone)
      return dealOf(updateDeal.deal)
    }
    /** Set fields of a deal as it was read, and tell it. What goes wrong is thrown. */
    const change = async (deal: DealRow, changes: DealFields, message?: string): Promise<DealRow> => {
      const changed = await update(deal.id, changes, deal.version)
      told(message ?? words.told.changed(changed.name), async () => {
        await update(deal.id, backTo(deal, changes), changed.version)
        onChanged()
      })
      return changed
    }
    const create = async (fields: DealFields) => {
      const { createDeals } = await act(CREATE, { deal: fields })
      const id = createDeals.results[0]?.id
      onChanged()
      told(words.told.created(fields.name ?? ''), async () => {
        if (id) await act(DELETE, { id })
        onChanged()
      })
    }
    const restore = async (deal: Pick<DealRow, 'id' | 'name'>) => {
      try {
        await act(RESTORE, { id: deal.id })
        onChanged()
        told(words.told.restored(deal.name))
      } catch (error) {
        failed(error)
      }
    }
    const remove = async (deal: Pick<DealRow, 'id' | 'name'>) => {
      try {
        await act(DELETE, { id: deal.id })
        onChanged()
        told(words.told.deleted(deal.name), async () => {
          await act(RESTORE, { id: deal.id })
          onChanged()
        })
      } catch (error) {
        failed(error)
      }
    }
    return { change, create, remove, restore }
  }, [act, onChanged])
}

export type DealActs = ReturnType<typeof useDealActs>

/** Whether somebody else wrote the deal meanwhile. */
export function isConflict(error: unknown): boolean {
  return error instanceof Refused && error.problem.code === 'VERSION_CONFLICT'
}

/** The changes that take changes back. A deal that is open again has no reason, so a reason goes only with LOST. */
export function backTo(deal: DealRow, changes: DealFields): DealFields {
  const names = Object.keys(changes) as (keyof DealFields)[]
  const before = Object.fromEntries(names.map((name) => [name, deal[name]])) as DealFields
  if (!('status' in changes)) return before
  const { lostReason: _, ...rest } = before
  return {
    ...rest,
    stage: deal.stage,
    ...(deal.status === 'LOST' ? { lostReason: deal.lostReason } : {}),
  }
}
