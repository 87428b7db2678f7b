/** The part of the toolkit that tests read files with; it has no types of its own. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    value: number | null;
    status: string | null;
  }
  interface Category {
    label: string;
    unit: { label: string; decimals: number } | null;
  }
  interface Dimension {
    id: string[];
    role: string;
    Category(id: string): Category;
  }
  interface Dataset {
    class: string;
    label: string;
    length: number;
    n: number;
    source: string;
    updated: string;
    note: string[];
    size: number[];
    role: Record<string, string[]>;
    value: (number | null)[];
    Dimension(id: string): Dimension;
    Data(at: Record<string, string>): Cell | null;
  }
  // biome-ignore lint/style/noDefaultExport: the toolkit's own
  export default function JSONstat(response: object): Dataset;
}
