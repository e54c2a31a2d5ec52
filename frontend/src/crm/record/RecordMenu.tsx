import { ActionIcon, Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { recordPage as words } from '../../strings/recordPage'
import { told } from '../../ui/UndoToast'
import { useMay } from '../Viewer'

/** What else can be done with a record: take its id along, ask everything of it, delete it. */
export function RecordMenu(props: {
  record: { id: string; deletedAt: string | null }
  /** The id of the saved query that shows everything of such a record. */
  query: string
  onRemove: () => void
}) {
  const { id, deletedAt } = props.record
  const mayWrite = useMay('WRITE')
  const clipboard = useClipboard()
  const copy = () => {
    clipboard.copy(id)
    told(words.copied)
  }
  const asked = new URLSearchParams({ query: props.query, variables: JSON.stringify({ id }) })
  return (
    // It stands where it is opened, so that it is part of the same landmark.
    <Menu position="bottom-end" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <ActionIcon aria-label={words.more} variant="default">
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={copy}>{words.copyId}</Menu.Item>
        <Menu.Item component="a" href={`/graphiql?${asked}`}>
          {words.inConsole}
        </Menu.Item>
        {mayWrite && deletedAt === null && (
          <Menu.Item color="red" onClick={props.onRemove}>
            {words.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
