import type { FilterField } from '../../crm/filters/condition'
import { OPERATORS } from '../../crm/filters/operators'
import { STAGES } from '../../crm/stages'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'

const { columns: words, groups } = contacts

/** What contacts can be filtered by, in the words of the list's columns. */
export const FILTER_FIELDS: FilterField[] = [
  {
    id: 'stage',
    label: words.stage,
    group: groups.engagement,
    path: ['engagement', 'stages'],
    operators: OPERATORS.choice,
    options: STAGES.map((value) => ({ value, label: crm.stage[value] })),
  },
  {
    id: 'furthestStage',
    label: words.furthestStage,
    group: groups.engagement,
    path: ['engagement', 'furthestStages'],
    operators: OPERATORS.choice,
    options: STAGES.map((value) => ({ value, label: crm.stage[value] })),
  },
  field('replied', contacts.filters.replied, groups.engagement, ['engagement', 'replied'], 'truth'),
  field('lastEngaged', words.lastEngaged, groups.engagement, ['engagement', 'lastEngagedAt'], 'date'),
  field('campaign', contacts.filters.campaign, groups.engagement, ['engagement', 'campaignId'], 'campaign'),
  field('sender', contacts.filters.sender, groups.engagement, ['engagement', 'senderId'], 'sender'),
  {
    ...field('channel', words.channel, groups.engagement, ['engagement', 'channels'], 'choice'),
    options: Object.entries(crm.channel).map(([value, label]) => ({ value, label })),
  },
  {
    ...field('sequence', contacts.filters.sequence, groups.engagement, ['engagement', 'sequenceStatuses'], 'choice'),
    options: Object.entries(crm.sequence).map(([value, label]) => ({ value, label })),
  },
  field('opens', words.opens, groups.engagement, ['engagement', 'opens'], 'number'),
  field('clicks', words.clicks, groups.engagement, ['engagement', 'clicks'], 'number'),
  field('owner', words.owner, groups.sales, ['ownerId'], 'person'),
  field('tags', words.tags, groups.sales, ['tags'], 'tags'),
  field('lifecycleStage', words.lifecycleStage, groups.sales, ['lifecycleStage'], 'text'),
  field('email', words.email, groups.person, ['email'], 'identifier'),
  field('lastActivity', words.lastActivity, groups.record, ['lastActivityAt'], 'date'),
  field('created', words.created, groups.record, ['createdAt'], 'date'),
  field('updated', words.updated, groups.record, ['updatedAt'], 'date'),
]

function field(id: string, label: string, group: string, path: string[], kind: keyof typeof OPERATORS): FilterField {
  return { id, label, group, path, operators: OPERATORS[kind] }
}
