/** Where the dashboard keeps its address. An address is a path with a query: `/traces/order-4711?view=timeline`. */
export interface DashboardHistory {
  /** The address now. */
  readonly read: () => string;
  /** Calls back when it has changed by any means. Returns the function that ends this. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Goes on to an address: "back" returns from it. */
  readonly push: (address: string) => void;
  /** Puts an address in place of the present one. */
  readonly replace: (address: string) => void;
  /** What the `href` of a link to the address is. */
  readonly href: (address: string) => string;
  /** Goes to where a link with such an `href` leads, as `push` does. */
  readonly follow: (href: string) => void;
}
