import type { EngagementField, Entity, MappingTargetInput } from '../../gql/graphql'
import { fields } from '../../strings/fields'

/** What an incoming name means, as the schema tells it. */
export type Target = { engagement: EngagementField | null; field: string | null; customField: string | null }

/** A meaning in words; a rejected one is none. */
export function meaningOf(target: Target, isRejected = false): string {
  if (isRejected) return fields.nothing
  if (target.engagement) return fields.engagement[target.engagement]
  if (target.field) return fields.fieldTarget(target.field)
  return target.customField ? fields.customTarget(target.customField) : fields.nothing
}

/** A meaning as the schema takes it. */
export function inputOf({ engagement, field, customField }: Target): MappingTargetInput {
  if (engagement) return { engagement }
  if (field) return { field }
  return customField ? { customField } : { nothing: true }
}

/** The fields of ours that a name can mean. */
export const OUR_FIELDS: Record<Entity, string[]> = {
  CONTACT: (
    'email firstName lastName fullName phone mobilePhone company title linkedinUrl location city state country industry ' +
    'website bio tags leadScore lifecycleStage ownerId'
  ).split(' '),
  COMPANY: (
    'name domain website industry numberOfEmployees linkedinUrl location description revenue companyType foundedYear ' +
    'technologiesUsed tags ownerId'
  ).split(' '),
}
