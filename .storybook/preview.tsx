import type { Preview } from '@storybook/react-vite';
import '@oriel/dashboard/styles.css';
import '@oriel/react/styles.css';

/**
 * A story names its surroundings in `parameters.frame`: the theme of the page, its direction, and the width a host
 * would give the panel.
 */
interface Frame {
  readonly theme?: 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
  /** CSS length. */
  readonly width?: string;
}

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
  },
  decorators: [
    (Story, { parameters }) => {
      const { theme = 'light', direction = 'ltr', width = '100%' } = (parameters['frame'] ?? {}) as Frame;
      return (
        <div
          data-oriel-theme={theme}
          dir={direction}
          style={{ blockSize: '100vh', background: theme === 'dark' ? '#000' : '#fff' }}
        >
          <div style={{ inlineSize: width, blockSize: '100%' }}>
            <Story />
          </div>
        </div>
      );
    },
  ],
};

export default preview;
