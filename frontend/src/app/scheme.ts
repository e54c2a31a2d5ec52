import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'

/** Light or dark: what is wished for, `auto` being as the system is, and the way to the other of the two. */
export function useScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme('light')
  return { wished: colorScheme, set: setColorScheme, flip: () => setColorScheme(shown === 'dark' ? 'light' : 'dark') }
}
