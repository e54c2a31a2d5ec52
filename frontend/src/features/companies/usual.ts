/** The columns shown until somebody chooses others. */
export const USUAL = 'name domain industry employees location owner dealValue lastActivity stage tags'.split(' ')
