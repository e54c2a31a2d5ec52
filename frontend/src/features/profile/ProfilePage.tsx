import { Text } from '@mantine/core'
import { useViewer } from '../../crm/Viewer'
import { app } from '../../strings/app'
import { profile } from '../../strings/profile'
import { ui } from '../../strings/ui'
import { Page } from '../../ui/Page'
import { Panel, Panels } from '../../ui/Panel'
import { NameForm } from './NameForm'
import { PasswordForm } from './PasswordForm'
import styles from './ProfilePage.module.css'
import { SessionsPanel } from './SessionsPanel'

/** What belongs to whoever is signed in: their name, their password, and where they are signed in. */
export function ProfilePage() {
  const { user, role, label, permissions } = useViewer()
  if (!user) {
    return (
      <Page title={profile.title}>
        <Text c="dimmed">
          {label}. {profile.key}
        </Text>
      </Page>
    )
  }
  return (
    <Page title={profile.title}>
      <Panels>
        <Panel title={profile.you}>
          <dl className={styles.facts}>
            {!permissions.includes('MANAGE_USERS') && (
              <div>
                <dt>{profile.name}</dt>
                <dd>{user.name}</dd>
              </div>
            )}
            <div>
              <dt>{profile.email}</dt>
              <dd>{user.email ?? ui.none}</dd>
            </div>
            <div>
              <dt>{profile.role}</dt>
              <dd>{role && app.account.role[role]}</dd>
            </div>
          </dl>
          {permissions.includes('MANAGE_USERS') ? (
            <NameForm id={user.id} name={user.name} />
          ) : (
            <Text c="dimmed" size="sm">
              {profile.askAdmin}
            </Text>
          )}
        </Panel>
        <Panel title={profile.password.title}>
          <PasswordForm email={user.email} />
        </Panel>
        <SessionsPanel />
      </Panels>
    </Page>
  )
}
