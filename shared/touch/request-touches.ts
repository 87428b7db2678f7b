import { AsyncLocalStorage } from 'node:async_hooks';
import type { Touched } from './touched.ts';

const request = new AsyncLocalStorage<Touched[]>();

/** Runs what answers a request; `touches` gets what each of its transactions touched, as they are committed. */
export const collectTouches = <T>(touches: Touched[], answer: () => Promise<T>): Promise<T> =>
  request.run(touches, answer);

/** Tells the request, where there is one, what a transaction touched. */
export function tellRequest(touched: Touched): void {
  request.getStore()?.push(touched);
}
