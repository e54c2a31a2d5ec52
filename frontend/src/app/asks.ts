import { VIEWER } from '../crm/viewerQuery'
import { askForCompanies } from '../features/companies/companiesQuery'
import { askForCompany } from '../features/company/companyQuery'
import { askForContact } from '../features/contact/contactQuery'
import { askForContacts } from '../features/contacts/contactsQuery'
import { rowsInSight } from '../lib/rowsInSight'
import { client } from './client'

/** The scripts of the pages that are asked ahead for. */
export const SCRIPTS = {
  contacts: () => import('../features/contacts/ContactsPage'),
  contact: () => import('../features/contact/ContactPage'),
  companies: () => import('../features/companies/CompaniesPage'),
  company: () => import('../features/company/CompanyPage'),
}

/** What is fetched first for the pages at `/name`, and at `/name/id`: what they show and their scripts, side by side. */
const ASKS: Record<string, { list: (params: URLSearchParams) => Asks; record: (id: string) => Asks }> = {
  contacts: {
    list: (params) => [askForContacts(client, params, rowsInSight()), SCRIPTS.contacts()],
    record: (id) => [askForContact(client, id), SCRIPTS.contact()],
  },
  companies: {
    list: (params) => [askForCompanies(client, params, rowsInSight()), SCRIPTS.companies()],
    record: (id) => [askForCompany(client, id), SCRIPTS.company()],
  },
}

type Asks = [shown: Promise<unknown>, script: Promise<unknown>]

/** Where `/` leads. */
const HOME = 'contacts'

/** Ask who looks. */
export function askForViewer() {
  void client.query(VIEWER, {}).toPromise()
}

/**
 * Ask for a page at an address and for what it will show; over when that is known, or failed. Other pages than these ask when
 * they are there.
 */
export async function askFor({ pathname, search }: { pathname: string; search: string }) {
  const [, name = '', id] = pathname.split('/')
  const asks = ASKS[name || HOME]
  await (id ? asks?.record(id) : asks?.list(new URLSearchParams(search)))?.[0]
}
