import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { ui } from '../strings/ui'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'

/** What stands at an address that leads nowhere. */
export function NotFound() {
  return (
    <Page title={ui.notFound.title}>
      <EmptyState
        title={ui.notFound.title}
        hint={ui.notFound.hint}
        action={
          <Button component={Link} to="/contacts">
            {ui.notFound.home}
          </Button>
        }
      />
    </Page>
  )
}
