import type { FilterField } from '../../crm/filters/condition'
import { OPERATORS } from '../../crm/filters/operators'
import { STAGES } from '../../crm/stages'
import { companies } from '../../strings/companies'
import { crm } from '../../strings/crm'

const { columns: words, groups } = companies
const STAGE_OPTIONS = STAGES.map((value) => ({ value, label: crm.stage[value] }))

/** What companies can be filtered by, in the words of the list's columns. */
export const FILTER_FIELDS: FilterField[] = [
  {
    ...field('stage', words.stage, groups.engagement, ['engagement', 'stages'], 'choice'),
    options: STAGE_OPTIONS,
  },
  {
    ...field('furthestStage', words.furthestStage, groups.engagement, ['engagement', 'furthestStages'], 'choice'),
    options: STAGE_OPTIONS,
  },
  field('replied', companies.replied, groups.engagement, ['engagement', 'replied'], 'truth'),
  field('lastEngaged', words.lastEngaged, groups.engagement, ['engagement', 'lastEngagedAt'], 'date'),
  field('opens', companies.opens, groups.engagement, ['engagement', 'opens'], 'number'),
  field('owner', words.owner, groups.sales, ['ownerId'], 'person'),
  field('tags', words.tags, groups.sales, ['tags'], 'tags'),
  field('name', words.name, groups.company, ['name'], 'text'),
  field('domain', words.domain, groups.company, ['domain'], 'identifier'),
  field('industry', words.industry, groups.company, ['industry'], 'text'),
  field('employees', words.employees, groups.company, ['numberOfEmployees'], 'number'),
  field('location', words.location, groups.company, ['location'], 'text'),
  field('companyType', words.companyType, groups.company, ['companyType'], 'text'),
  field('foundedYear', words.foundedYear, groups.company, ['foundedYear'], 'number'),
  field('lastActivity', words.lastActivity, groups.record, ['lastActivityAt'], 'date'),
  field('created', words.created, groups.record, ['createdAt'], 'date'),
  field('updated', words.updated, groups.record, ['updatedAt'], 'date'),
  { ...field('deleted', companies.deleted, groups.record, ['deleted'], 'truth'), outermost: true },
]

function field(id: string, label: string, group: string, path: string[], kind: keyof typeof OPERATORS): FilterField {
  return { id, label, group, path, operators: OPERATORS[kind] }
}
