import { Page } from '../../ui/Page'
export function ContactsPage() {
  return <Page title="Contacts">hello</Page>
}
