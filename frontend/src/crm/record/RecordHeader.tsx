import type { ReactNode } from 'react'
import { recordPage as words } from '../../strings/recordPage'
import { OwnerSelect } from '../OwnerSelect'
import { TagButton } from '../TagButton'
import { TagList } from '../TagList'
import { useMay } from '../Viewer'
import styles from './RecordHeader.module.css'

/** Which record it is, how to reach it, and whose it is. */
export function RecordHeader(props: {
  picture: ReactNode
  name: string
  facts: ReactNode
  /** Links to where it can be reached. */
  links: ReactNode
  record: { tags: readonly string[]; ownerId: string | null }
  /** Sets fields of the record; `label` says which, to people. */
  onChange: (label: string, changes: { tags: string[] } | { ownerId: string | null }) => void
  menu: ReactNode
  /** What stands below the owner. */
  below?: ReactNode
}) {
  const { record, onChange } = props
  const mayWrite = useMay('WRITE')
  return (
    <section className={styles.header}>
      {props.picture}
      <div className={styles.identity}>
        <h1 className={styles.name}>{props.name}</h1>
        <p className={styles.facts}>{props.facts}</p>
        <p className={styles.links}>{props.links}</p>
        <div className={styles.tags}>
          <TagList tags={record.tags} />
          {mayWrite && <TagButton tags={record.tags} onChange={(tags) => onChange(words.tags, { tags })} />}
        </div>
      </div>
      <div className={styles.side}>
        <div className={styles.owner}>
          <OwnerSelect
            aria-label={words.owner}
            value={record.ownerId}
            disabled={!mayWrite}
            clearable={mayWrite}
            onChange={(ownerId) => onChange(words.owner, { ownerId })}
          />
          {props.menu}
        </div>
        {props.below}
      </div>
    </section>
  )
}

/** A way to reach a record, or a place where it is shown elsewhere. */
export function HeaderLink(props: { icon: ReactNode; href: string; text: string; outside?: boolean }) {
  return (
    <a className={styles.link} href={props.href} {...(props.outside ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {props.icon}
      {props.text}
    </a>
  )
}
