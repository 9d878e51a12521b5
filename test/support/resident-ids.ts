const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Valid resident ids of nobody: counties that exist, dates that exist, running numbers, the check character of GB 11643. */
export function residentIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const county = ["110101", "310104", "440305", "510107"][index % 4] ?? "110101";
    const date = `${1950 + (index % 50)}${two(1 + (index % 12))}${two(1 + (index % 28))}`;
    const body = `${county}${date}${String(index % 1000).padStart(3, "0")}`;
    const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
    return `${body}${"10X98765432"[sum % 11]}`;
  });
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
