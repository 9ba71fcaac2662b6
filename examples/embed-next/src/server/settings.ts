/** Secrets come from the environment; these stand in for them on a laptop. */
export const settings = {
  folder: process.env['ORIEL_FOLDER'] ?? './traces',
  publicKey: process.env['ORIEL_PUBLIC_KEY'] ?? 'pk-lf-example',
  secretKey: process.env['ORIEL_SECRET_KEY'] ?? 'sk-lf-example',
  embedSecret: process.env['ORIEL_EMBED_SECRET'] ?? 'change-me-change-me-change-me-change-me',
};

/** Where the collector is mounted. */
export const BASE_PATH = '/api/oriel';
