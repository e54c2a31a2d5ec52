import { sync } from '../../strings/sync'

/** What became of items, in words. */
export function outcomeName(outcome: string | null | undefined): string {
  return outcome ? (sync.outcome[outcome] ?? outcome.replaceAll('_', ' ')) : ''
}

/** What decided about an item, in words. */
export function strategyName(strategy: string): string {
  return sync.strategies[strategy] ?? strategy.replaceAll('_', ' ')
}

/** A record as people call it: by name, else by what it is found by, else by its id. */
export function recordName(record: { id: string; name?: string | null; companyName?: string | null }): string {
  return record.name ?? record.companyName ?? record.id
}

/** The page of a record. */
export function recordAddress(id: string): string | null {
  if (id.startsWith('contact_')) return `/contacts/${id}`
  return id.startsWith('company_') ? `/companies/${id}` : null
}
