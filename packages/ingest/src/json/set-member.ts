/** Sets a member. The one name that would change what the object is instead is defined as a member like any other. */
export function setMember<Value>(members: Record<string, Value>, name: string, value: Value): void {
  if (name !== '__proto__') members[name] = value;
  else Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
}
