import type { Entity } from '../../gql/graphql'

/** What a preview tries: a sync, a create, or an update of contacts or companies. */
export type PreviewAct = 'sync' | 'create' | 'update'

/** A body to start from, as Enginy sends it; `record` is one that there is, so that something is found. */
export function sampleOf(act: PreviewAct, entity: Entity, record: Sample | null): string {
  const id = record?.id ?? (entity === 'CONTACT' ? 'contact_…' : 'company_…')
  const item =
    act === 'update'
      ? { crmId: id, ...(entity === 'CONTACT' ? UPDATE : { industry: 'Industrial Automation' }) }
      : { externalId: 'lead-1', ...(record?.known ?? (entity === 'CONTACT' ? CONTACT : COMPANY)) }
  return JSON.stringify({ [entity === 'CONTACT' ? 'contacts' : 'companies']: [item] }, null, 2)
}

/** A record for a sample: its id, and what a sync would know it by. */
export type Sample = { id: string; known: Record<string, string> }

const CONTACT = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', company: 'Engines Ltd' }
const COMPANY = { name: 'Engines Ltd', domain: 'engines.example' }
const UPDATE = {
  title: 'VP Sales',
  launch_status: 'Message Replied (2/3) - EMAIL',
  campaignReplyAnalysis: 'Yes (1)',
}
