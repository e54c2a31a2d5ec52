import { STAGES } from '../../crm/stages'
import type { EngagementStage } from '../../gql/graphql'
import type { Facet, Question } from './question'

/** What else is asked of the contacts behind a number: how far they came, and what they did. */
export type Behind = {
  stage?: EngagementStage
  opened?: boolean
  clicked?: boolean
  /** The group that the number is of; null for those who have no such thing. */
  of?: { facet: Facet; value: string | null }
}

/**
 * The list of the contacts behind a number, as they are today.
 *
 * A contact has no period, so that the list may hold people who came so far at another time.
 */
export function contactsAddress({ facets }: Pick<Question, 'facets'>, behind: Behind = {}): string {
  const address = new URLSearchParams()
  const where = (field: string, operator: string, values: string[] = []) =>
    address.append('where', `${field}.${operator}.${values.map((each) => each.replace(/[\\|]/g, '\\$&')).join('|')}`)
  const { of } = behind
  for (const [name, values] of Object.entries(facets) as [Facet, string[]][]) {
    const narrowed = of?.facet === name ? (of.value === null ? null : [of.value]) : values
    if (narrowed === null || narrowed.length > 0) narrow(where, name, narrowed)
  }
  const stage = STAGES.indexOf(behind.stage as (typeof STAGES)[number])
  if (behind.stage === 'MESSAGE_REPLIED') where('replied', 'yes')
  else if (stage > 0) where('furthestStage', 'anyOf', STAGES.slice(stage))
  if (behind.opened) where('opens', 'atLeast', ['1'])
  if (behind.clicked) where('clicks', 'atLeast', ['1'])
  return `/contacts${address.size > 0 ? `?${address}` : ''}`
}

function narrow(
  where: (field: string, operator: string, values?: string[]) => void,
  name: Facet,
  values: string[] | null,
) {
  switch (name) {
    case 'owner':
      return values ? where('owner', 'anyOf', values) : where('owner', 'nobody')
    case 'tag':
      return values ? where('tags', 'hasAny', values) : where('tags', 'noTags')
    case 'campaign':
    case 'sender':
    case 'channel':
      return values && where(name, 'anyOf', values)
    default: {
      const field = name === 'lifecycle' ? 'lifecycleStage' : name
      if (values === null) where(field, 'isEmpty')
      else if (values.length === 1) where(field, 'is', values)
    }
  }
}
