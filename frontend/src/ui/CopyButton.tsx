import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { ui } from '../strings/ui'

/** Puts a text where it can be pasted from, and says so. With a `label` it is a button with words. */
export function CopyButton(props: { text: string; what: string; label?: string; autoFocus?: boolean }) {
  const clipboard = useClipboard({ timeout: 2000 })
  const icon = clipboard.copied ? <Check size={15} /> : <Copy size={15} />
  const name = clipboard.copied ? ui.copied : ui.copy(props.what)
  if (props.label) {
    return (
      <Button
        variant="default"
        leftSection={icon}
        autoFocus={props.autoFocus}
        onClick={() => clipboard.copy(props.text)}
      >
        {clipboard.copied ? ui.copied : props.label}
      </Button>
    )
  }
  return (
    <Tooltip label={name}>
      <ActionIcon aria-label={name} onClick={() => clipboard.copy(props.text)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
