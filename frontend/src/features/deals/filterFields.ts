import type { FilterField } from '../../crm/filters/condition'
import { field } from '../../crm/filters/fields'
import { contacts } from '../../strings/contacts'
import { deals } from '../../strings/deals'
import { lists } from '../../strings/lists'

const { columns: words, filters } = deals
const { title: deal } = deals.form
const { person, company } = contacts.groups
const { record } = lists.groups

/** What deals can be filtered by, in the words of their columns. */
export const FILTER_FIELDS: FilterField[] = [
  field('stage', words.stage, deal, ['stage'], 'dealStage'),
  {
    ...field('status', words.status, deal, ['status'], 'choice'),
    wrap: (statuses) => ({ in: statuses }),
    options: (['OPEN', 'WON', 'LOST'] as const).map((value) => ({ value, label: deals.status[value] })),
  },
  field('amount', words.amount, deal, ['amount'], 'amount'),
  field('expectedClose', words.expectedClose, deal, ['expectedClose'], 'day'),
  field('closed', words.closed, deal, ['closedAt'], 'date'),
  field('owner', words.owner, deal, ['ownerId'], 'person'),
  field('name', words.name, deal, ['name'], 'text'),
  field('currency', words.currency, deal, ['currency'], 'text'),
  field('lostReason', words.lostReason, deal, ['lostReason'], 'text'),
  field('contactReplied', filters.contactReplied, person, ['contact', 'engagement', 'replied'], 'truth'),
  field('contactTitle', filters.contactTitle, person, ['contact', 'title'], 'text'),
  field('contactTags', filters.contactTags, person, ['contact', 'tags'], 'tags'),
  field('companyIndustry', filters.companyIndustry, company, ['company', 'industry'], 'text'),
  field('companyPeople', filters.companyPeople, company, ['company', 'numberOfEmployees'], 'number'),
  field('companyTags', filters.companyTags, company, ['company', 'tags'], 'tags'),
  field('created', words.created, record, ['createdAt'], 'date'),
  field('updated', words.updated, record, ['updatedAt'], 'date'),
  { ...field('deleted', lists.fields.deleted, record, ['deleted'], 'truth'), outermost: true },
]
