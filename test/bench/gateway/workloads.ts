export interface Workload {
  name: string;
  what: string;
  /** Sent in turn. */
  documents: string[];
}

const WIDE = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Wide {
    users {
      ...User
      reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } }
    }
    topProducts(first: 5) {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;

const DEEP = `query Deep { start ${'{ name next '.repeat(6)}{ name }${' }'.repeat(6)} }`;

/** So many documents, each another: selections vary by the bits of their number. */
export const distinct = (count: number): string[] => Array.from({ length: count }, (_, n) => nth(n));

function nth(n: number): string {
  const some = (fields: string[], bits: number) => fields.filter((_, i) => (bits >> i) & 1).join(' ');
  const user = `id ${some(['name', 'username', 'birthday'], n)}`;
  const product = `upc ${some(['name', 'price', 'weight', 'inStock', 'shippingEstimate'], n >> 3)}`;
  const review = `id ${some(['body', `author { ${user} }`, `product { ${product} }`], n >> 8)}`;
  const fields = [
    `user(id: "${1 + (n % 6)}") { ${user} reviews { ${review} } }`,
    `topProducts(first: ${1 + (n % 9)}) { ${product} reviews { ${review} } }`,
    `users { ${user} }`,
  ];
  return `query Mix${n} { ${fields[n % 3]} start { name next { name } } }`;
}

export const WORKLOADS: Workload[] = [
  { name: 'wide', what: 'a list of lists over four subgraphs, about 100 kB', documents: [WIDE] },
  { name: 'deep', what: 'a chain of seven calls, each needs the one before', documents: [DEEP] },
  { name: 'small', what: 'a lookup of one thing in one subgraph', documents: ['{ user(id: "1") { name username } }'] },
  { name: 'mix', what: '1,000 distinct documents in turn', documents: distinct(1_000) },
];
