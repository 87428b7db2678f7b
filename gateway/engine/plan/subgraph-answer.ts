import { isTree, own, type Tree } from '../tree.ts';

/** One entry of a subgraph's `errors`, as far as it has the shape that the GraphQL specification gives it. */
export interface SubgraphError {
  message: string | undefined;
  path: (string | number)[] | undefined;
  extensions: Tree;
}

export interface SubgraphAnswer {
  data: Tree | null;
  errors: SubgraphError[];
}

/** More than these nobody reads; and a path is no longer than a document is deep. */
const MOST_ERRORS = 1_000;
const LONGEST_PATH = 200;

/** Reads an answer that may be anything; throws where it is no GraphQL answer. */
export const readAnswer = (text: string): SubgraphAnswer => answerOf(JSON.parse(text));

/** The same for what was parsed already. */
export function answerOf(answer: unknown): SubgraphAnswer {
  if (!isTree(answer)) throw new TypeError('The answer is not a JSON object.');

  const data = own(answer, 'data');
  const errors = own(answer, 'errors');
  const problems = Array.isArray(errors) ? errors.slice(0, MOST_ERRORS).map(readError) : [];
  if (data != null && !isTree(data)) throw new TypeError('The data of the answer is not a JSON object.');
  if (data == null && problems.length === 0) throw new TypeError('The answer has neither data nor errors.');
  return { data: data ?? null, errors: problems };
}

function readError(error: unknown): SubgraphError {
  if (!isTree(error)) return { message: undefined, path: undefined, extensions: {} };

  const message = own(error, 'message');
  const path = own(error, 'path');
  const extensions = own(error, 'extensions');
  return {
    message: typeof message === 'string' ? message : undefined,
    path: Array.isArray(path) && path.length <= LONGEST_PATH && path.every(isStep) ? path : undefined,
    extensions: isTree(extensions) ? extensions : {},
  };
}

const NAME = /^[_A-Za-z]\w{0,199}$/;

function isStep(step: unknown): step is string | number {
  return typeof step === 'string' ? NAME.test(step) : Number.isSafeInteger(step) && (step as number) >= 0;
}
