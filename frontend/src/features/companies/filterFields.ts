import type { FilterField } from '../../crm/filters/condition'
import { ENGAGEMENT_FIELDS, field, RECORD_FIELDS, SALES_FIELDS } from '../../crm/filters/fields'
import { companies } from '../../strings/companies'

const { columns: words, filters, group } = companies

/** What companies can be filtered by, in the words of the list's columns. */
export const FILTER_FIELDS: FilterField[] = [
  ...ENGAGEMENT_FIELDS,
  ...SALES_FIELDS,
  field('name', words.name, group, ['name'], 'text'),
  field('domain', words.domain, group, ['domain'], 'identifier'),
  field('industry', words.industry, group, ['industry'], 'text'),
  field('employees', words.employees, group, ['numberOfEmployees'], 'number'),
  field('location', words.location, group, ['location'], 'text'),
  field('companyType', words.companyType, group, ['companyType'], 'text'),
  field('revenue', words.revenue, group, ['revenue'], 'text'),
  field('foundedYear', words.foundedYear, group, ['foundedYear'], 'number'),
  field('technologies', filters.technologies, group, ['technologiesUsed'], 'text'),
  field('description', filters.description, group, ['description'], 'text'),
  field('website', words.website, group, ['website'], 'text'),
  field('linkedin', words.linkedinUrl, group, ['linkedinUrl'], 'identifier'),
  { ...people('hasPeople', [], 'truth'), wrap: (has) => ({ [has ? 'some' : 'none']: {} }) },
  people('peopleReplied', ['some', 'engagement', 'replied'], 'truth'),
  people('peopleTitle', ['some', 'title'], 'text'),
  people('peopleTags', ['some', 'tags'], 'tags'),
  ...RECORD_FIELDS,
]

/** What is asked of the people who work there. */
function people(id: keyof typeof filters, path: string[], kind: Parameters<typeof field>[4]): FilterField {
  return field(id, filters[id], filters.people, ['contacts', ...path], kind)
}
