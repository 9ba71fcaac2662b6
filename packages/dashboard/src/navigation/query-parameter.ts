/** One parameter of a query; `null` where it is missing or empty. */
export function readParameter(query: string, name: string): string | null {
  return new URLSearchParams(query).get(name) || null;
}

/** The query with one parameter changed; `null` takes it away. */
export function setParameter(query: string, name: string, value: string | null): string {
  const parameters = new URLSearchParams(query);
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  return parameters.toString();
}
