import '@oriel/react/styles.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App, loadTrace } from './app.tsx';
import { loadPanels } from './panels.tsx';

await loadTrace();
let element = document.body.firstElementChild;
if (!element) throw new Error('The page of the host has no element to hydrate.');
let root = hydrateRoot(element, <App />);

addEventListener('app-unmount', () => {
  root.unmount();
  element?.remove();
});

addEventListener('app-mount', () => {
  element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(<App />);
});

const panels = await loadPanels();

/** Names of the panels that can be shown, for who drives this page. */
document.documentElement.dataset['panels'] = Object.keys(panels).join(' ');

addEventListener('panel-mount', (event) => {
  element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(panels[(event as CustomEvent<string>).detail]);
});
