import type { Context } from '../context.ts';

export const resolveRelease = ({ id }: { id: string }, { loaders }: Context) => loaders.releaseById.load(id);
