/** What reading content may cost. */
export interface Budget {
  readonly bytes: number;
  readonly requests: number;
  /** In the currency of `prices`; left out = no bound in money. */
  readonly money?: number | undefined;
}

/** What a cloud asks, as its user knows it: prices differ by region, by contract and by the way the bytes take. */
export interface Prices {
  readonly currency: string;
  readonly perGib: number;
  readonly perThousandRequests: number;
}

export interface Cost {
  readonly bytes: number;
  readonly requests: number;
}

/** Money that so much costs, or `undefined` where no price is known. */
export function moneyOf({ bytes, requests }: Cost, prices: Prices | undefined): number | undefined {
  if (prices === undefined) return undefined;
  return (bytes / 1024 ** 3) * prices.perGib + (requests / 1_000) * prices.perThousandRequests;
}

/** Counts what is spent, and says when it is enough. Shared by all stores of a run. */
export interface Purse {
  readonly spent: Cost;
  /** Before a request for so many bytes: whether it is still within the budget; counted where it is. */
  take(bytes: number): boolean;
  readonly isEmpty: boolean;
}

export function createPurse(budget: Budget, prices: Prices | undefined): Purse {
  let [bytes, requests, isEmpty] = [0, 0, false];

  function affords(cost: Cost): boolean {
    if (cost.bytes > budget.bytes || cost.requests > budget.requests) return false;
    return budget.money === undefined || (moneyOf(cost, prices) ?? 0) <= budget.money;
  }

  return {
    get spent() {
      return { bytes, requests };
    },
    get isEmpty() {
      return isEmpty;
    },
    take(more) {
      const cost = { bytes: bytes + more, requests: requests + 1 };
      if (!affords(cost)) {
        isEmpty = true;
        return false;
      }
      ({ bytes, requests } = cost);
      return true;
    },
  };
}
