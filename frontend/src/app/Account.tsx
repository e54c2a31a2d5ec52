import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import KeyRound from 'lucide-react/icons/key-round'
import LogOut from 'lucide-react/icons/log-out'
import { Link } from 'react-router'
import { useViewer } from '../crm/Viewer'
import { signOut } from '../lib/signIn'
import { app } from '../strings/app'
import { failed } from '../ui/UndoToast'
import styles from './Account.module.css'
import { useScheme } from './scheme'

/** Who is signed in, with what belongs to them alone: appearance, password, the way out. */
export function Account({ compact = false }: { compact?: boolean }) {
  const viewer = useViewer()
  const scheme = useScheme()
  const name = viewer.user?.name ?? viewer.label
  return (
    // It stands where it is opened, so that it is part of the same landmark.
    <Menu width={230} position={compact ? 'bottom-end' : 'top-start'} withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <UnstyledButton className={styles.account} data-compact={compact || undefined}>
          <Avatar size={28} radius="xl" name={name} color="indigo" alt="" />
          {compact && <VisuallyHidden>{`${app.account.menu}: ${name}`}</VisuallyHidden>}
          {!compact && (
            <span className={styles.who}>
              <span className={styles.name}>{name}</span>
              {viewer.role && <span className={styles.role}>{app.account.role[viewer.role]}</span>}
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.user?.email ?? viewer.label}</Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<KeyRound size={15} />}>
          {app.account.profile}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{app.scheme.label}</Menu.Label>
        <Menu.RadioGroup value={scheme.wished} onChange={(wished) => scheme.set(wished as typeof scheme.wished)}>
          {(['auto', 'light', 'dark'] as const).map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {app.scheme[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={15} />} onClick={() => signOut().catch(failed)}>
          {app.account.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
