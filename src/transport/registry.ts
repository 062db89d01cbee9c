import type { TransportFactory } from './transport.js';

const factories = new Map<string, TransportFactory>();

/** Makes a transport known under the name that the `transport` attribute uses. */
export function registerTransport(name: string, factory: TransportFactory): void {
  factories.set(name, factory);
}

/** The factory registered under `name`, or undefined. */
export function transportNamed(name: string): TransportFactory | undefined {
  return factories.get(name);
}
