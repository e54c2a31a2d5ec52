import type { FilterField } from '../../crm/filters/condition'
import { OPERATORS } from '../../crm/filters/operators'
import { STAGES } from '../../crm/stages'
import type { FieldShape, WishedType } from '../../gql/graphql'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'

const { columns: words, groups } = contacts

// What is asked of a company is asked of one and the same.
const COMPANY = ['companies', 'some']

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
  field('replies', words.replies, groups.engagement, ['engagement', 'replies'], 'number'),
  field('status', words.status, groups.engagement, ['engagement', 'status'], 'text'),
  field('owner', words.owner, groups.sales, ['ownerId'], 'person'),
  field('tags', words.tags, groups.sales, ['tags'], 'tags'),
  field('lifecycleStage', words.lifecycleStage, groups.sales, ['lifecycleStage'], 'text'),
  field('leadScore', words.leadScore, groups.sales, ['leadScore'], 'number'),
  related('openDeals', contacts.filters.openDeals, ['deals'], { status: { eq: 'OPEN' } }),
  field('dealStage', contacts.filters.dealStage, groups.sales, ['deals', 'some', 'stage'], 'dealStage'),
  related('openTasks', contacts.filters.openTasks, ['tasks'], { completed: false }),
  field('firstName', contacts.filters.firstName, groups.person, ['firstName'], 'text'),
  field('lastName', contacts.filters.lastName, groups.person, ['lastName'], 'text'),
  field('title', words.title, groups.person, ['title'], 'text'),
  field('companyName', words.company, groups.person, ['companyName'], 'text'),
  field('email', words.email, groups.person, ['email'], 'identifier'),
  field('phone', words.phone, groups.person, ['phoneNumber'], 'identifier'),
  field('linkedin', words.linkedinUrl, groups.person, ['linkedinUrl'], 'identifier'),
  field('city', words.city, groups.person, ['city'], 'text'),
  field('country', words.country, groups.person, ['country'], 'text'),
  field('industry', words.industry, groups.person, ['industry'], 'text'),
  field('companyIndustry', contacts.filters.companyIndustry, groups.company, [...COMPANY, 'industry'], 'text'),
  field('companyPeople', contacts.filters.companyPeople, groups.company, [...COMPANY, 'numberOfEmployees'], 'number'),
  field('companyLocation', contacts.filters.companyLocation, groups.company, [...COMPANY, 'location'], 'text'),
  field('companyTags', contacts.filters.companyTags, groups.company, [...COMPANY, 'tags'], 'tags'),
  field('companyOwner', contacts.filters.companyOwner, groups.company, [...COMPANY, 'ownerId'], 'person'),
  field('lastActivity', words.lastActivity, groups.record, ['lastActivityAt'], 'date'),
  field('created', words.created, groups.record, ['createdAt'], 'date'),
  field('updated', words.updated, groups.record, ['updatedAt'], 'date'),
  { ...field('deleted', contacts.filters.deleted, groups.record, ['deleted'], 'truth'), outermost: true },
]

/** A custom field as something to filter by, read as what its values are. */
export function customFilter(definition: {
  name: string
  label: string
  inferredType: FieldShape | null
  wishedType: WishedType | null
}): FilterField {
  const { name, label } = definition
  const kind = kindOf(definition.wishedType ?? definition.inferredType)
  const operators = {
    text: OPERATORS.text,
    number: OPERATORS.number,
    boolean: OPERATORS.truth,
    dateTime: OPERATORS.date,
  }
  return {
    id: `custom:${name}`,
    label,
    group: groups.custom,
    path: ['customFields'],
    wrap: (asked) => [{ key: name, [kind]: asked }],
    operators: operators[kind],
  }
}

function kindOf(type: FieldShape | WishedType | null): 'text' | 'number' | 'boolean' | 'dateTime' {
  switch (type) {
    case 'NUMBER':
    case 'COUNT':
      return 'number'
    case 'BOOLEAN':
      return 'boolean'
    case 'DATE_TIME':
      return 'dateTime'
    default:
      return 'text'
  }
}

function related(id: string, label: string, path: string[], filter: object): FilterField {
  const wrap = (has: unknown) => ({ [has ? 'some' : 'none']: filter })
  return { id, label, group: groups.sales, path, wrap, operators: OPERATORS.truth }
}

function field(id: string, label: string, group: string, path: string[], kind: keyof typeof OPERATORS): FilterField {
  return { id, label, group, path, operators: OPERATORS[kind] }
}
