import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMay } from '../../crm/Viewer'
import { settings } from '../../strings/settings'
import { ErrorNote } from '../../ui/ErrorNote'
import { SkeletonRows } from '../../ui/Skeletons'
import styles from './ConfigurationPart.module.css'
import { SettingsFrame } from './SettingsFrame'
import { type Configuration, useConfiguration } from './useConfiguration'

/** A page of the settings that shows decisions and, to those who may make them, saves changed ones. */
export function ConfigurationPart(props: {
  children: (part: {
    draft: Configuration
    change: (values: Partial<Configuration>) => void
    mayChange: boolean
  }) => ReactNode
}) {
  const { draft, error, retry, change, discard, isChanged, busy, save } = useConfiguration()
  const mayChange = useMay('CONFIGURE')
  return (
    <SettingsFrame>
      {error ? (
        <ErrorNote error={error} onRetry={retry} />
      ) : draft === undefined ? (
        <SkeletonRows rows={8} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {!mayChange && <p className={styles.readOnly}>{settings.readOnly}</p>}
          {props.children({ draft, change, mayChange })}
          {mayChange && (
            <div className={styles.bar} data-changed={isChanged || undefined}>
              <span className={styles.state} role="status">
                {isChanged ? settings.unsaved : settings.unchanged}
              </span>
              <Button variant="default" disabled={!isChanged || busy} onClick={discard}>
                {settings.discard}
              </Button>
              <Button type="submit" disabled={!isChanged} loading={busy}>
                {settings.save}
              </Button>
            </div>
          )}
        </form>
      )}
    </SettingsFrame>
  )
}
