/** A shop as the public gateway benchmarks have it, in four subgraphs, and a line of stops in seven; Federation 1, which all gateways read. */
export const SDL: Record<string, string> = {
  accounts: `
    extend type Query { users: [User] user(id: ID!): User }
    type User @key(fields: "id") { id: ID! name: String username: String birthday: Int }`,
  products: `
    extend type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String weight: Int price: Int }`,
  inventory: `
    extend type Product @key(fields: "upc") {
      upc: String! @external
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  reviews: `
    type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
    extend type User @key(fields: "id") { id: ID! @external username: String @external reviews: [Review] }
    extend type Product @key(fields: "upc") { upc: String! @external reviews: [Review] }`,
  ...Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`line${at}`, lineSdl(at)])),
};

/** Each stop is in a subgraph of its own, and only the one before knows which it is. */
function lineSdl(at: number): string {
  const next = at < 6 ? `next: Stop${at + 1}` : '';
  return `
    ${at === 0 ? 'extend type Query { start: Stop0 }' : ''}
    type Stop${at} @key(fields: "id") { id: ID! name: String ${next} }
    ${at < 6 ? `extend type Stop${at + 1} @key(fields: "id") { id: ID! @external }` : ''}`;
}

interface Review {
  id: string;
  body: string;
  product(): object;
  author(): object;
}

const TEXT = 'Sed ut perspiciatis unde omnis iste natus error sit voluptatem accusantium doloremque laudantium. ';

const products = Array.from({ length: 9 }, (_, i) => ({
  upc: `${i + 1}`,
  name: `Product ${i + 1}`,
  price: 899 - i * 17,
  weight: 100 + i * 10,
  inStock: i % 3 !== 0,
  shippingEstimate: 50 + i * 5,
  reviews: () => reviews.filter((_, at) => at % 9 === i),
}));

const users = Array.from({ length: 6 }, (_, i) => ({
  id: `${i + 1}`,
  name: `User ${i + 1}`,
  username: `user-${i + 1}`,
  birthday: 19800101 + i,
  reviews: () => reviews.slice(i * 2, i * 2 + 2),
}));

const reviews: Review[] = Array.from({ length: 22 }, (_, i) => ({
  id: `${i + 1}`,
  body: TEXT.repeat(1 + (i % 4)),
  product: () => products[i % 9] as object,
  author: () => users[i % 6] as object,
}));

const stops = Array.from({ length: 7 }, (_, at) => ({ id: `s${at}`, name: `Stop ${at}`, next: () => stops[at + 1] }));

/** What there is at the root; fields are read, or called with their arguments. */
export const root = {
  users,
  user: ({ id }: { id: string }) => users.find((user) => user.id === id),
  topProducts: ({ first }: { first: number }) => products.slice(0, first),
  start: stops[0],
};

/** Finds what a representation names. */
export function entity({ __typename, id, upc }: Record<string, string>): object | undefined {
  if (__typename === 'Product') return products.find((product) => product.upc === upc);
  if (__typename === 'User') return users.find((user) => user.id === id);
  if (__typename === 'Review') return reviews.find((review) => review.id === id);
  return stops.find((stop) => stop.id === id);
}
