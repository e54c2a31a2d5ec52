import type { Plugin } from 'vite'

/**
 * Puts the script that asks ahead in front of the app's own, as a file that waits neither for that nor for style sheets.
 * While pages are written, they ask by themselves.
 */
export function ahead(): Plugin {
  return {
    name: 'ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        if (!filename.endsWith('index.html')) return html
        const found = Object.values(bundle ?? {}).find((each) => each.type === 'chunk' && each.name === 'ahead')
        if (found === undefined) throw new Error('The script that asks ahead was not built')
        const script = `<script type="module" async crossorigin src="/ui/${found.fileName}"></script>`
        return html.replace('<script type="module"', `${script}\n    <script type="module"`)
      },
    },
  }
}
