import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { App } from './App'
import './theme.css'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app')

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App path={window.location.pathname} />
    </ErrorBoundary>
  </StrictMode>,
)
