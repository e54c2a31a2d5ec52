// The first script that runs: what the page will show is asked for while the browser still reads the rest.
import { askFor, askForViewer } from './asks'

askForViewer()
void askFor(window.location)
