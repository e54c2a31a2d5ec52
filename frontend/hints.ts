import type { Plugin } from 'vite'

// The scripts of lists, most of which runs at once when one is opened.
const EAGER = /^(list|ContactsPage|CompaniesPage)$/

/**
 * Tells the browser to read all functions of a script while it is fetched, beside the page, rather than each when it is called
 * first, while the page waits. Source: V8, "Explicit compile hints". Browsers that do not know it see a comment.
 */
export function hints(): Plugin {
  return {
    name: 'hints',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const each of Object.values(bundle)) {
          if (each.type === 'chunk' && EAGER.test(each.name)) each.code = `//# allFunctionsCalledOnLoad\n${each.code}`
        }
      },
    },
  }
}
