import { company } from '../strings/company'
import { contact } from '../strings/contact'
import { recordPage } from '../strings/recordPage'

/** A field as people call it; custom fields, and fields without a name here, go by the name they were sent under. */
export function fieldLabel(field: string): string {
  return (
    (contact.fieldNames as Record<string, string>)[field] ??
    (company.fieldNames as Record<string, string>)[field] ??
    { ownerId: recordPage.owner, tags: recordPage.tags }[field] ??
    field
  )
}
