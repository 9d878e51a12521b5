/** What people and programs write where there is no value. */
const placeholder =
  /^(?:[-–—_/\\.?？*]{1,4}|0|n\/?a|nan|nil|none|null|undefined|unknown|\\n|无|空|暂无|没有|不详|不明|未知|未填|未填写|待补|待补充|待定|待核实|保密|同上|略|tbd|见附件|未提供|未登记|未采集|拒绝|拒绝提供|拒填|不适用|无数据|不愿透露)$/i;

/** Whether a cell says that it holds nothing: it votes neither for nor against. */
export function isPlaceholder(cell: string): boolean {
  return cell.length <= 9 && placeholder.test(cell);
}
