import { Kbd, Modal } from '@mantine/core'
import { app } from '../strings/app'
import { useAllShortcuts } from '../ui/Shortcuts'
import styles from './ShortcutSheet.module.css'

/** Every shortcut that works on the page that is open, by the part of it that it belongs to. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const groups = Map.groupBy(useAllShortcuts(), (each) => each.group)
  return (
    <Modal opened onClose={onClose} title={app.shortcuts.title} size="lg">
      <div className={styles.groups}>
        {[...groups].map(([group, shortcuts]) => (
          <section key={group}>
            <h2 className={styles.group}>{group}</h2>
            <dl className={styles.list}>
              {shortcuts.map((each) => (
                <div key={each.keys} className={styles.line}>
                  <dt>{each.does}</dt>
                  <dd>
                    <Keys keys={each.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function Keys({ keys }: { keys: string }) {
  return keys.split(' ').map((key, place) => (
    <span key={key}>
      {place > 0 && <span className={styles.then}> {app.shortcuts.andThen} </span>}
      <Kbd size="xs">{key.replace('mod+', 'Ctrl ').replace('Arrow', '')}</Kbd>
    </span>
  ))
}
