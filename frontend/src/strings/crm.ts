/** The words of parts that several pages use. */
export const crm = {
  nobody: 'Nobody',
  unnamed: 'No name',
  opens: 'opens',
  stage: {
    ADDED: 'Added',
    CONNECTION_REQUEST_SENT: 'Invited',
    CONNECTION_ACCEPTED: 'Connected',
    MESSAGE_SENT: 'Messaged',
    MESSAGE_REPLIED: 'Replied',
    UNKNOWN: 'Unknown',
  },
  stageOf: 'Stage in campaigns',
  step: (step: number, steps: number | null) => (steps === null ? `step ${step}` : `step ${step} of ${steps}`),
  channel: {
    EMAIL: 'E-mail',
    LINKEDIN: 'LinkedIn',
    LINKEDIN_INMAIL: 'InMail',
    LINKEDIN_CONNECTION: 'LinkedIn invitation',
  } as Record<string, string>,
  notSaved: 'This was not saved',
  owners: { mine: 'Mine', all: 'Everybody', left: (name: string) => `${name} (left)` },
  find: { type: 'Type a name', searching: 'Searching…', nothing: 'Nothing by that name.' },
  sequence: { NOT_STARTED: 'Not started', ONGOING: 'Running', FINISHED: 'Finished', REPLIED: 'Stopped by a reply' },
  tags: 'Tags',
  noTags: 'No tags',
}
