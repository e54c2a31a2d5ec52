import type { Chosen } from '../../crm/RecordSelect'
import type { DealFields } from '../../gql/graphql'
import type { DealRow } from './dealRow'

/** A deal as it is written in the form. */
export type Draft = {
  name: string
  amount: number | string
  currency: string
  stage: string | null
  expectedClose: string
  ownerId: string | null
  contact: Chosen | null
  company: Chosen | null
}

/** What the form begins with for a deal that is there. */
export function draftOf(deal: DealRow): Draft {
  return {
    name: deal.name,
    amount: deal.amount,
    currency: deal.currency,
    stage: deal.stage,
    expectedClose: deal.expectedClose ?? '',
    ownerId: deal.ownerId,
    contact: deal.contactId ? { id: deal.contactId, name: deal.contact?.name ?? deal.contactId } : null,
    company: deal.companyId ? { id: deal.companyId, name: deal.company?.name ?? deal.companyId } : null,
  }
}

/** What of a deal somebody wrote that is not stored. */
export function writtenIn(before: Draft, after: Draft): (keyof Draft)[] {
  return (Object.keys(after) as (keyof Draft)[]).filter((name) => told(before[name]) !== told(after[name]))
}

/** A draft as it stands on what the deal is `now`: what somebody wrote stays, all else follows. */
export function rebased(before: Draft, draft: Draft, now: Draft): Draft {
  const written = writtenIn(before, draft).map((name) => [name, draft[name]])
  return { ...now, ...Object.fromEntries(written) }
}

function told(value: Draft[keyof Draft]): string {
  return typeof value === 'object' && value !== null ? value.id : String(value ?? '')
}

/** What differs, as the server takes it. Amount and currency say one thing, so they go together. */
export function changesBetween(before: Draft, after: Draft): DealFields {
  const worth = Number(after.amount) !== Number(before.amount) || after.currency !== before.currency
  return {
    ...(after.name !== before.name && { name: after.name }),
    ...(worth && { amount: Number(after.amount), currency: after.currency.trim().toUpperCase() || null }),
    ...(after.stage !== before.stage && { stage: after.stage }),
    ...(after.expectedClose !== before.expectedClose && { expectedClose: after.expectedClose || null }),
    ...(after.ownerId !== before.ownerId && { ownerId: after.ownerId }),
    ...(after.contact?.id !== before.contact?.id && { contactId: after.contact?.id ?? null }),
    ...(after.company?.id !== before.company?.id && { companyId: after.company?.id ?? null }),
  }
}
