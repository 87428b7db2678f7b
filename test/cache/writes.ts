import { type Incentive, type Manufactory, type Rows, uuid } from './manufactories.ts';

export interface Touch {
  subgraph: 'work' | 'money';
  data: { rows: string[]; types: string[]; ids: string[] | null };
}

/** Changes the rows, and tells what that touched as a subgraph does: the row, and all that it refers to, before and after. */
export class Writes {
  readonly #rows: Rows;
  #next = 100;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  renameDistrict(n: number): Touch {
    const district = this.#rows.districts.find((row) => row.n === n);
    if (district) district.title += '!';
    return work(['District'], ['District'], [n]);
  }

  renameManufactory(n: number): Touch {
    const row = this.#manufactory(n);
    row.name += '!';
    return work(['Manufactory'], ['Manufactory', 'District'], [n, row.district]);
  }

  moveManufactory(n: number): Touch {
    const row = this.#manufactory(n);
    const before = row.district;
    row.district = 3 - before;
    return work(['Manufactory'], ['Manufactory', 'District'], [n, before, row.district]);
  }

  addManufactory(): Touch {
    const n = this.#next++;
    this.#rows.manufactories.push({ n, name: `Manufactory ${n}`, district: 1 });
    return work(['Manufactory'], ['Manufactory', 'District'], [n, 1]);
  }

  renameScheme(n: number): Touch {
    const scheme = this.#rows.schemes.find((row) => row.n === n);
    if (scheme) scheme.name += '!';
    return money(['Scheme'], ['Scheme'], [n]);
  }

  changeAmount(n: number): Touch {
    const row = this.#incentive(n);
    row.amount += 1;
    return money(['Incentive'], ['Incentive', 'Scheme'], [n, row.scheme, row.manufactory]);
  }

  giveToAnother(n: number): Touch {
    const row = this.#incentive(n);
    const before = row.manufactory;
    row.manufactory = before === 11 ? 12 : 11;
    return money(['Incentive'], ['Incentive', 'Scheme'], [n, row.scheme, before, row.manufactory]);
  }

  addIncentive(): Touch {
    const n = this.#next++;
    this.#rows.incentives.push({ n, amount: n, scheme: 21, manufactory: 11 });
    return money(['Incentive'], ['Incentive', 'Scheme'], [n, 21, 11]);
  }

  revokeIncentive(n: number): Touch {
    const row = this.#incentive(n);
    this.#rows.incentives = this.#rows.incentives.filter((other) => other !== row);
    return money(['Incentive'], ['Incentive', 'Scheme'], [row.n, row.scheme, row.manufactory]);
  }

  #manufactory = (n: number): Manufactory =>
    this.#rows.manufactories.find((row) => row.n === n) ?? (this.#rows.manufactories[0] as Manufactory);

  #incentive = (n: number): Incentive =>
    this.#rows.incentives.find((row) => row.n === n) ?? { n, amount: 0, scheme: 21, manufactory: 11 };
}

const touch =
  (subgraph: Touch['subgraph']) =>
  (rows: string[], types: string[], ids: number[]): Touch => ({ subgraph, data: { rows, types, ids: ids.map(uuid) } });
const work = touch('work');
const money = touch('money');
