/** The words of one's own page: name, password, sessions. */
export const profile = {
  title: 'Profile',
  you: 'You',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  askAdmin: 'An admin changes these.',
  save: 'Save',
  saved: 'Your name is saved',
  key: 'You are here with an API key, which has no profile.',
  password: {
    title: 'Password',
    current: 'Current password',
    currentHint: 'Not needed within a quarter of an hour after signing in by a link.',
    wanted: 'New password',
    wantedHint: 'At least 12 characters. A sentence makes a good one.',
    again: 'New password, again',
    differ: 'The two are not the same',
    short: 'At least 12 characters',
    change: 'Change the password',
    changed: (sessions: number) =>
      sessions === 0
        ? 'The password is changed'
        : `The password is changed, and ${sessions === 1 ? 'one other session has' : `${sessions} other sessions have`} ended`,
  },
  sessions: {
    title: 'My sessions',
    hint: 'Where you are signed in.',
    device: 'Browser',
    method: 'Signed in by',
    methods: { LINK: 'link', PASSWORD: 'password' },
    since: 'Since',
    seen: 'Last seen',
    current: 'this one',
    everywhere: 'Sign out everywhere',
    everywhereTitle: 'Sign out everywhere?',
    everywhereHint: 'All your sessions end, this one too.',
    unknown: 'Unknown browser',
  },
}
