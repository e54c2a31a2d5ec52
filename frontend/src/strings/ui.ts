/** The words of the parts that every page is made of. */
export const ui = {
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  undoing: 'Undoing…',
  undone: 'Undone',
  loading: 'Loading…',
  loadMore: 'Load more',
  selectRow: (name: string) => `Select ${name}`,
  selectLoaded: 'Select the loaded rows',
  sortBy: (column: string) => `Sort by ${column}`,
  resize: (column: string) => `Width of ${column}`,
  requestId: 'Request',
  error: {
    title: 'This could not be loaded',
    unreachable: 'The server cannot be reached. Is it running, and are you connected?',
    unknown: 'The server answered something unexpected.',
    ended: 'You are not signed in any more.',
  },
  broken: {
    title: 'This page broke',
    said: 'Nothing you saved is lost. The page said:',
    again: 'Load it again',
  },
  notFound: {
    title: 'There is no such page',
    hint: 'The address leads nowhere. It may have been mistyped, or what stood here may be gone.',
    home: 'Go to the contacts',
  },
  never: 'never',
  none: '—',
}
