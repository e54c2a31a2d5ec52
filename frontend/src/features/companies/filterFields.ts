import type { FilterField } from '../../crm/filters/condition'
import { ENGAGEMENT_FIELDS, field, RECORD_FIELDS, SALES_FIELDS } from '../../crm/filters/fields'
import { companies } from '../../strings/companies'

const { columns: words, group } = companies

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
  field('website', words.website, group, ['website'], 'text'),
  field('linkedin', words.linkedinUrl, group, ['linkedinUrl'], 'identifier'),
  ...RECORD_FIELDS,
]
