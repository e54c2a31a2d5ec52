import { Button } from '@mantine/core'
import { lists } from '../../strings/lists'
import styles from './NewsButton.module.css'
import type { useNews } from './useNews'

/** Says what happened to a list that its rows do not show, and reads the list again for who wants to see it. */
export function NewsButton({ news }: { news: ReturnType<typeof useNews> }) {
  const told = lists.news(news)
  return (
    <span role="status">
      {told !== '' && (
        <Button variant="light" size="compact-sm" className={styles.news ?? ''} onClick={news.reload}>
          {told}
        </Button>
      )}
    </span>
  )
}
