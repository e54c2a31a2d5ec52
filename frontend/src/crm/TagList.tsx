import { Badge } from '@mantine/core'
import styles from './TagList.module.css'

/** The tags of a record, in the order they were given. */
export function TagList({ tags }: { tags: readonly string[] }) {
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <Badge key={tag} color="gray">
          {tag}
        </Badge>
      ))}
    </span>
  )
}
