import type { FilterField } from '../../crm/filters/condition'
import { ENGAGEMENT_FIELDS, field, RECORD_FIELDS, SALES_FIELDS } from '../../crm/filters/fields'
import { contacts } from '../../strings/contacts'
import { lists } from '../../strings/lists'

const { columns: words, filters, groups } = contacts
const { sales } = lists.groups

// What is asked of a company is asked of one and the same.
const COMPANY = ['companies', 'some']

/** Whether they are tied to a company's record, not to its name alone. */
function hasCompany(): FilterField {
  const wrap = (has: unknown) => ({ [has ? 'some' : 'none']: {} })
  return { ...field('hasCompany', filters.hasCompany, groups.company, ['companies'], 'truth'), wrap }
}

/** What contacts can be filtered by, in the words of the list's columns. */
export const FILTER_FIELDS: FilterField[] = [
  ...ENGAGEMENT_FIELDS,
  ...SALES_FIELDS,
  field('lifecycleStage', words.lifecycleStage, sales, ['lifecycleStage'], 'text'),
  field('leadScore', words.leadScore, sales, ['leadScore'], 'number'),
  field('firstName', filters.firstName, groups.person, ['firstName'], 'text'),
  field('lastName', filters.lastName, groups.person, ['lastName'], 'text'),
  field('title', words.title, groups.person, ['title'], 'text'),
  field('companyName', words.company, groups.person, ['companyName'], 'text'),
  field('email', words.email, groups.person, ['email'], 'identifier'),
  field('phone', filters.anyPhone, groups.person, ['phoneNumber'], 'identifier'),
  field('linkedin', words.linkedinUrl, groups.person, ['linkedinUrl'], 'identifier'),
  field('city', words.city, groups.person, ['city'], 'text'),
  field('country', words.country, groups.person, ['country'], 'text'),
  field('state', filters.state, groups.person, ['state'], 'text'),
  field('location', filters.location, groups.person, ['location'], 'text'),
  field('industry', words.industry, groups.person, ['industry'], 'text'),
  field('fullName', filters.fullName, groups.person, ['fullName'], 'text'),
  field('landline', filters.landline, groups.person, ['phone'], 'text'),
  field('mobilePhone', words.mobilePhone, groups.person, ['mobilePhone'], 'text'),
  field('website', filters.website, groups.person, ['website'], 'text'),
  field('bio', filters.bio, groups.person, ['bio'], 'text'),
  hasCompany(),
  field('companyIndustry', filters.companyIndustry, groups.company, [...COMPANY, 'industry'], 'text'),
  field('companyPeople', filters.companyPeople, groups.company, [...COMPANY, 'numberOfEmployees'], 'number'),
  field('companyLocation', filters.companyLocation, groups.company, [...COMPANY, 'location'], 'text'),
  field('companyTags', filters.companyTags, groups.company, [...COMPANY, 'tags'], 'tags'),
  field('companyOwner', filters.companyOwner, groups.company, [...COMPANY, 'ownerId'], 'person'),
  ...RECORD_FIELDS,
]
