import { AlibabaError } from "./errors.ts";

/** What an answer in the older dialect says of itself. */
export interface NumberedPage {
  readonly PageNumber?: number | undefined;
  readonly PageSize?: number | undefined;
  readonly TotalCount?: number | undefined;
}

export interface PageCounter<Page> {
  /** The number to go on with after page `number`, asked for with `size` entries; `undefined` at the end. */
  after(page: Page, number: number, size: number): number | undefined;
}

/**
 * Counts a numbered list. The total decides where it is told, for a server may use a smaller size than it was asked for; a page
 * without entries before the total is reached is an error, since entries are missing then. Without a total, a page that is not
 * full is the last one.
 */
export function pageCounter<Page extends NumberedPage>(rows: (page: Page) => number): PageCounter<Page> {
  // By number, so that a page that is fetched anew counts once.
  const counts = new Map<number, number>();
  let before: { readonly number: number; readonly text: string } | undefined;

  function refuseRepeated(page: Page, number: number): void {
    const { PageNumber: stated } = page;
    if (stated !== undefined) {
      if (stated === number) return;
      throw repeated(`page ${number} was asked for, the answer is page ${stated}`);
    }
    const text = JSON.stringify(page);
    if (rows(page) > 0 && before?.text === text && before.number !== number) {
      throw repeated(`page ${number} is page ${before.number} again`);
    }
    before = { number, text };
  }

  return {
    after(page, number, size) {
      refuseRepeated(page, number);
      const count = rows(page);
      counts.set(number, count);
      const { TotalCount: total, PageSize: stated = 0 } = page;
      if (total === undefined) return count < (stated > 0 ? stated : size) ? undefined : number + 1;
      const read = [...counts.values()].reduce((sum, one) => sum + one, 0);
      if (read >= total) return undefined;
      if (count > 0) return number + 1;
      throw new AlibabaError({ code: "MissingRows", message: `the list ended after ${read} of ${total} entries` });
    },
  };
}

function repeated(message: string): AlibabaError {
  return new AlibabaError({ code: "RepeatedPage", message });
}
