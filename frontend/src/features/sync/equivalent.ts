import type { Entity } from '../../gql/graphql'
import { type Json, toLead, toUpdate } from './wire'

/** A mutation that does what a call of Enginy's did, with its variables. */
export type Equivalent = { document: string; variables: Json }

const ACTS: Record<
  string,
  { field: string; argument: string; type: string; of: (entity: Entity, item: Json) => Json }
> = {
  sync: { field: 'sync', argument: 'leads', type: 'Lead', of: (entity, item) => toLead(entity, item).input },
  create: { field: 'create', argument: 'leads', type: 'Lead', of: (entity, item) => toLead(entity, item).input },
  update: { field: 'update', argument: 'updates', type: 'Update', of: (entity, item) => toUpdate(entity, item).input },
}

/** The mutation that equals a run's act on these payloads; null for an act that has none, such as signing in. */
export function equivalentOf(act: string, payloads: Json[]): Equivalent | null {
  const [verb = '', noun] = act.split('_')
  const known = ACTS[verb]
  const entity: Entity | null = noun === 'contacts' ? 'CONTACT' : noun === 'companies' ? 'COMPANY' : null
  if (!known || entity === null || payloads.length === 0) return null
  const plural = entity === 'CONTACT' ? 'Contacts' : 'Companies'
  const input =
    known.type === 'Update'
      ? `${entity === 'CONTACT' ? 'Contact' : 'Company'}Update`
      : `${entity === 'CONTACT' ? '' : 'Company'}LeadInput`
  const { argument } = known
  const document = `mutation ${known.field}${plural}Again($${argument}: [${input}!]!, $dryRun: Boolean! = true) {
  ${known.field}${plural}(${argument}: $${argument}, dryRun: $dryRun) {
    changeSetId
    results {
      index
      id
      decision { outcome strategy normalizedValue weak }
      properties
      problem { code message }
    }
  }
}
`
  return { document, variables: { [argument]: payloads.map((item) => known.of(entity, item)), dryRun: true } }
}
