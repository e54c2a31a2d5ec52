/** The words that the page of any record has around what is told of it. */
export const recordPage = {
  tabs: { timeline: 'Timeline', enginy: 'Enginy' },
  more: 'More',
  copyId: 'Copy the CRM id',
  copied: 'Copied',
  inConsole: 'See everything in GraphiQL',
  remove: 'Delete',
  restore: 'Restore',
  owner: 'Owner',
  tags: 'Tags',
}
