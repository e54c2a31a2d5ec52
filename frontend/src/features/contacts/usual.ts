/** The columns shown until somebody chooses others. */
export const USUAL = 'name title company stage replies lastActivity owner tags email phone'.split(' ')
