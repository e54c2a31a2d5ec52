import { crm } from '../../strings/crm'
import { lists } from '../../strings/lists'
import { STAGES } from '../stages'
import type { FilterField } from './condition'
import { OPERATORS } from './operators'

// The fields that contacts and companies are filtered by alike.

const { fields: words, groups } = lists
const STAGE_OPTIONS = optionsOf(STAGES.map((value) => [value, crm.stage[value]]))

/** A field to filter by, of a kind whose operators are known. */
export function field(
  id: string,
  label: string,
  group: string,
  path: string[],
  kind: keyof typeof OPERATORS,
): FilterField {
  return { id, label, group, path, operators: OPERATORS[kind] }
}

/** How a record stands in campaigns. */
export const ENGAGEMENT_FIELDS: FilterField[] = [
  { ...engagement('stage', 'stages', 'choice'), options: STAGE_OPTIONS },
  { ...engagement('furthestStage', 'furthestStages', 'choice'), options: STAGE_OPTIONS },
  engagement('replied', 'replied', 'truth'),
  message('received', 'INBOUND'),
  message('sent', 'OUTBOUND'),
  engagement('lastEngaged', 'lastEngagedAt', 'date'),
  engagement('campaign', 'campaignId', 'campaign'),
  engagement('sender', 'senderId', 'sender'),
  { ...engagement('channel', 'channels', 'choice'), options: optionsOf(Object.entries(crm.channel)) },
  { ...engagement('sequence', 'sequenceStatuses', 'choice'), options: optionsOf(Object.entries(crm.sequence)) },
  engagement('opens', 'opens', 'number'),
  engagement('clicks', 'clicks', 'number'),
  engagement('replies', 'replies', 'number'),
  engagement('status', 'status', 'text'),
  engagement('step', 'steps', 'step'),
  engagement('backwards', 'isBackwards', 'truth'),
  engagement('reported', 'reportedAt', 'date'),
]

/** Whose a record is, and what is to be sold or done. */
export const SALES_FIELDS: FilterField[] = [
  field('owner', words.owner, groups.sales, ['ownerId'], 'person'),
  field('tags', words.tags, groups.sales, ['tags'], 'tags'),
  related('openDeals', 'deals', { status: { eq: 'OPEN' } }),
  field('dealStage', words.dealStage, groups.sales, ['deals', 'some', 'stage'], 'dealStage'),
  related('openTasks', 'tasks', { completed: false }),
]

/** When something became of a record; the last of them asks for the deleted ones. */
export const RECORD_FIELDS: FilterField[] = [
  field('lastActivity', words.lastActivity, groups.record, ['lastActivityAt'], 'date'),
  field('created', words.created, groups.record, ['createdAt'], 'date'),
  field('updated', words.updated, groups.record, ['updatedAt'], 'date'),
  field('createdBy', words.createdBy, groups.record, ['createdBy'], 'person'),
  field('updatedBy', words.updatedBy, groups.record, ['updatedBy'], 'person'),
  { ...field('deleted', words.deleted, groups.record, ['deleted'], 'truth'), outermost: true },
]

function engagement(id: keyof typeof words, name: string, kind: keyof typeof OPERATORS): FilterField {
  return field(id, words[id], groups.engagement, ['engagement', name], kind)
}

/** Messages of one direction, of which there may be many. */
function message(id: 'received' | 'sent', direction: 'INBOUND' | 'OUTBOUND'): FilterField {
  const wrap = (asked: unknown) =>
    Object.fromEntries(
      Object.entries(asked as object).map(([how, of]) => [how, { direction: { eq: direction }, ...of }]),
    )
  return { ...field(id, words[id], groups.engagement, ['activities'], 'happening'), wrap }
}

function related(id: 'openDeals' | 'openTasks', name: string, filter: object): FilterField {
  const wrap = (has: unknown) => ({ [has ? 'some' : 'none']: filter })
  return { ...field(id, words[id], groups.sales, [name], 'truth'), wrap }
}

function optionsOf(named: [value: string, label: string][]) {
  return named.map(([value, label]) => ({ value, label }))
}
