export { find } from "./scan";
export { capacity, endsAt, inputAt, kindsAt, memoryEnd, padding, startsAt } from "./layout";
