import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Console } from '../features/console/Console'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import './theme.css'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the console')

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <Console />
    </ErrorBoundary>
  </StrictMode>,
)
