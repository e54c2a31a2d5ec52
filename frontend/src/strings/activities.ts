/** The words of the list of activities. */
export const activities = {
  title: 'Activities',
  search: 'Search the messages',
  direction: { label: 'Direction', all: 'Sent and received', INBOUND: 'Received', OUTBOUND: 'Sent' },
  type: { label: 'Kind', all: 'Any kind' },
  owner: 'Whose activities',
  period: {
    label: 'When',
    any: 'At any time',
    last: (days: number) => (days === 1 ? 'Today' : `Last ${days} days`),
    own: 'Between two days',
    from: 'From',
    to: 'To',
  },
  today: 'Today',
  yesterday: 'Yesterday',
  unknown: 'Nobody known here',
  noText: 'Without a text',
  show: 'Show the whole message',
  hide: 'Show less',
  step: (step: number, steps: number | null) => (steps === null ? `step ${step}` : `step ${step} of ${steps}`),
  by: (sender: string) => `by ${sender}`,
  keys: { expand: 'Show or hide the message', open: 'Open the contact' },
  empty: {
    title: 'No messages yet',
    hint: 'What is sent and received in campaigns with message sync stands here, and what a script adds.',
  },
  noneFound: {
    title: 'No message fits',
    hint: 'Choose another kind, a longer period, or everybody’s.',
    clear: 'Clear the filters',
  },
}
