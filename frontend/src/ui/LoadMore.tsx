import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ui } from '../strings/ui'
import styles from './LoadMore.module.css'

/** The end of a list of which more is there: it reads on by itself when it comes into sight. */
export function LoadMore(props: { loading: boolean; onMore: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  const more = useRef(props.onMore)
  more.current = props.onMore
  useEffect(() => {
    if (props.loading || !box.current) return
    const watcher = new IntersectionObserver(
      (entries) => {
        // A busy browser tells of several moments at once; the last one counts.
        if (entries.at(-1)?.isIntersecting) more.current()
      },
      { rootMargin: '400px' },
    )
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [props.loading])
  return (
    <div ref={box} className={styles.more}>
      <Button variant="subtle" color="gray" loading={props.loading} onClick={props.onMore}>
        {ui.loadMore}
      </Button>
    </div>
  )
}
