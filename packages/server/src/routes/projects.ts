import type { Call, Route } from '../route.ts';

export const PROJECT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/projects', right: 'read', answer: listProjects },
];

/** SDKs ask it to check their keys, and to make links. */
function listProjects({ services: { project } }: Call): Response {
  const { id, name } = project;
  return Response.json({ data: [{ id, name, organization: { id, name }, metadata: {} }] });
}
