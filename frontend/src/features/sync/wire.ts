// Enginy's JSON as the variables of our mutations: its names for our fields, the rest as custom fields.

import type { Entity } from '../../gql/graphql'
import { exactText } from '../../lib/exactJson'
import { sync } from '../../strings/sync'

export type Json = Record<string, unknown>

/** What an item becomes: the variables for it, and what in it no field of ours could take. */
export type Translated = { input: Json; problems: string[] }

const EXTERNAL_ID = 'externalId'
const RECORD_ID = 'crmId'
const NESTED = 'customFields'

/** Fields whose names differ from ours. Source: Enginy's documentation of contacts and companies. */
const NAMES: Record<Entity, Record<string, string>> = {
  CONTACT: { company: 'companyName', leadCountry: 'country', description: 'bio', owner: 'ownerId' },
  COMPANY: { employeeCount: 'numberOfEmployees', owner: 'ownerId' },
}

const FIELDS: Record<Entity, Set<string>> = {
  CONTACT: new Set(
    (
      'email firstName lastName fullName phone mobilePhone companyName title linkedinUrl location city state country ' +
      'industry website bio tags leadScore lifecycleStage ownerId'
    ).split(' '),
  ),
  COMPANY: new Set(
    (
      'name domain website industry numberOfEmployees linkedinUrl location description revenue companyType foundedYear ' +
      'technologiesUsed tags ownerId'
    ).split(' '),
  ),
}
const NUMBERS = new Set(['leadScore', 'numberOfEmployees', 'foundedYear'])

/** Our name for a field of Enginy's; null for one that is kept as a custom field. */
export function fieldOf(entity: Entity, name: string): string | null {
  const field = NAMES[entity][name] ?? name
  return FIELDS[entity].has(field) ? field : null
}

/** An item of a sync or of a create, as a lead. */
export function toLead(entity: Entity, item: Json): Translated {
  const { fields, problems } = translated(entity, item)
  const externalId = item[EXTERNAL_ID]
  if (externalId === undefined || externalId === null) return { input: fields, problems }
  return { input: { externalId: exactText(externalId) ?? String(externalId), ...fields }, problems }
}

/** An item of an update, as a record's id and what is set on it. */
export function toUpdate(entity: Entity, item: Json): Translated {
  const { fields, problems } = translated(entity, item)
  const id = item[RECORD_ID]
  if (typeof id !== 'string' || id === '') problems.push(sync.preview.noRecordId)
  return { input: { id: String(id ?? ''), changes: fields }, problems }
}

/** The items of a pasted body: an envelope as Enginy sends it, a list, or one item alone. Null where there are none. */
export function itemsIn(body: unknown): { items: Json[]; entity: Entity | null; isUpdate: boolean } | null {
  const object = isObject(body) ? body : {}
  const entity = Array.isArray(object.contacts) ? 'CONTACT' : Array.isArray(object.companies) ? 'COMPANY' : null
  const list = Array.isArray(body) ? body : (object.contacts ?? object.companies ?? (isObject(body) ? [body] : null))
  if (!Array.isArray(list) || list.length === 0 || !list.every(isObject)) return null
  return { items: list, entity, isUpdate: list.every((item) => RECORD_ID in item) }
}

function translated(entity: Entity, item: Json): { fields: Json; problems: string[] } {
  const fields: Json = {}
  const problems: string[] = []
  const custom = new Map<string, unknown>()
  for (const [name, value] of Object.entries(item)) {
    if (name === EXTERNAL_ID || name === RECORD_ID) continue
    if (name === NESTED && isObject(value)) for (const [key, inner] of Object.entries(value)) custom.set(key, inner)
    else {
      const field = fieldOf(entity, name)
      if (field === null) custom.set(name, value)
      else if (isTaken(field, value)) fields[field] = taken(field, value)
      else
        problems.push(sync.preview.wrongShape(name, NUMBERS.has(field) ? 'number' : field === 'tags' ? 'list' : 'text'))
    }
  }
  if (custom.size > 0) fields[NESTED] = [...custom].map(([key, value]) => ({ key, value }))
  return { fields, problems }
}

function isTaken(field: string, value: unknown): boolean {
  if (value === null) return true
  if (NUMBERS.has(field))
    return typeof value !== 'boolean' && value !== '' && Number.isFinite(Number(exactText(value) ?? value))
  if (field === 'tags')
    return typeof value === 'string' || (Array.isArray(value) && value.every((tag) => typeof tag === 'string'))
  return typeof value !== 'object' || exactText(value) !== undefined
}

function taken(field: string, value: unknown): unknown {
  if (value === null) return null
  if (NUMBERS.has(field)) return Number(exactText(value) ?? value)
  if (field === 'tags')
    return typeof value === 'string'
      ? value
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean)
      : value
  return exactText(value) ?? String(value)
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && exactText(value) === undefined
}
