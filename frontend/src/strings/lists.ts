/** The words of lists. */
export const lists = {
  next: 'Next row',
  previous: 'Previous row',
  choose: 'Select the row',
  edit: 'Edit in place',
  editNext: 'Save, and edit the next field',
  open: 'Open',
  save: 'Save',
  connect: 'Connect Enginy',
  /** In place of a number that is not known in time. */
  many: 'many',
  changed: (column: string, name: string) => `${column} of ${name} changed`,
  /** What happened that the rows do not show; nothing where nothing did. */
  news: (news: { arrived: number; gone: number; missed: boolean }) =>
    [
      news.arrived > 0 && `${news.arrived.toLocaleString()} new`,
      news.gone > 0 && `${news.gone.toLocaleString()} deleted`,
      news.missed && 'much has changed',
    ]
      .filter(Boolean)
      .join(', '),
  /** What every list may tell of a record, as its columns and filters call it. */
  fields: {
    stage: 'Stage',
    furthestStage: 'Furthest stage',
    status: 'Status from Enginy',
    step: 'Step',
    channel: 'Channel',
    replied: 'Replied',
    replies: 'Replies',
    opens: 'Opens',
    clicks: 'Clicks',
    lastEngaged: 'Last engaged',
    campaign: 'Campaign',
    campaigns: 'Campaigns',
    sender: 'Sender',
    senders: 'Senders',
    sequence: 'Sequence',
    owner: 'Owner',
    tags: 'Tags',
    dealValue: 'Deal value',
    openDeals: 'Has open deals',
    dealStage: 'Stage of a deal',
    openTasks: 'Has open tasks',
    lastActivity: 'Last activity',
    created: 'Added',
    updated: 'Changed',
    deleted: 'Deleted',
  },
  groups: { engagement: 'Engagement', sales: 'Sales', record: 'Record', custom: 'Custom fields' },
  weakOpens: 'Opens are weak evidence: mail programs open messages too.',
  columns: {
    button: 'Columns',
    find: 'Find a column',
    shown: 'Shown, in this order',
    up: (column: string) => `Move ${column} to the left`,
    down: (column: string) => `Move ${column} to the right`,
    reset: 'Back to the usual ones',
  },
}
