import { createTheme } from '@mantine/core'
import { ui } from '../strings/ui'

/**
 * How Mantine's parts are set up for dense pages; their colors, type and shape stand in `mantine.css`.
 *
 * Overlays lock no scrolling: the library for it writes a style element, which the pages' security policy refuses, and
 * our pages scroll inside the shell anyway.
 */
export const theme = createTheme({
  primaryColor: 'indigo',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': ui.close }, lockScroll: false, centered: true, padding: 'lg' },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': ui.close }, lockScroll: false, padding: 'lg' } },
    // A `header` inside a dialog counts as one of the page, which has its own.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Button: { defaultProps: { size: 'xs', fw: 550 } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', size: 'sm', tt: 'none', fw: 500 } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    // Without a placeholder to focus, which is no item of a menu.
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false } },
    // There at once: letters that are typed while it fades in would be lost.
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
  },
})
