import type { Detector, Reading } from "../detector.ts";

/** Ends of file names that come behind an at sign (`icon@2x.png`, `pkg@1.2.3.tgz`) and of names that no mail reaches (RFC 2606, RFC 6761, RFC 7686). */
const noDomains = new Set(
  (
    "png jpg jpeg gif svg webp ico css scss js mjs cjs ts tsx jsx json xml yml yaml md map html htm zip gz tgz tar rar exe dll jar class java " +
    "py rb go php csv txt log pdf local localhost localdomain internal lan corp home test example invalid onion arpa"
  ).split(" "),
);
/** Domains of documentation (RFC 2606) and of forms that nobody filled in. Test data has people's names before the first ones. */
const exampleDomains = /(?:^|\.)example\.(?:com|org|net|cn|com\.cn)$/;
const sampleDomains = /(?:^|\.)(?:test\.com|domain\.com|yourdomain\.com|xxx\.com|abc\.com)$/;
const sampleLocals =
  /^(?:user\d*|username|you|your\.?(?:name|email)|me|name|someone|somebody|foo|bar|baz|example|demo|sample|email|mail|john|jane|(?:john|jane)\.?doe|alice|bob|carol|first\.last|x+|a|b|c)$/;
/** Mailboxes of roles (RFC 2142) and of what companies and projects call them, alone or behind a name of theirs (`widget-devel`). */
const role =
  "no-?reply|do-?not-?reply|git|postmaster|mailer-daemon|webmaster|hostmaster|abuse|support|info|marketing|sales|security|noc|usenet|news|www|ftp|" +
  "admin|administrator|root|bounces?|notifications?|notify|notice|alerts?|system|test|contact|contacts|service|services|help|helpdesk|hello|office|team|press|media|" +
  "privacy|dpo|legal|copyright|billing|jobs|careers|feedback|inquiry|enquiries|kefu|bugs?|issues|dev|devel|developers|maintainers?|lists?|users|authors|patches|announce|subscribe|unsubscribe|owner|discuss|all|everyone|staff";
const roles = new RegExp(`^(?:[a-z0-9][a-z0-9.]{0,39}-)?(?:${role})(?:-(?:team|list))?$`);
/** Hosts of mailing lists. */
const listHosts = /^(?:lists?\.|googlegroups\.com$|groups\.io$)|^(?:[a-z0-9-]{1,63}\.){0,3}(?:lists|googlegroups)\./;

const longest = 254;
const atom = /^[A-Za-z0-9_][A-Za-z0-9!#$%&'+/=?^_`{|}~.-]{0,63}$/;
const hiddenLocal = /^[A-Za-z0-9._-]{0,8}\*{2,}[A-Za-z0-9._-]{0,8}$/;
/** Labels of up to 63 characters (RFC 1035, 2.3.4). */
const host = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
const topLevel = /^(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;

/** Mail address (RFC 5321 without quoted forms). Addresses of roles and of examples are `shape`. */
export const email: Detector = {
  id: "email",
  chance: 0.02,
  needs: "alone",
  context: [
    "邮箱",
    "联系",
    "发至",
    "发送",
    "发到",
    "聯繫",
    "contact",
    "电子邮件",
    "邮件",
    "郵箱",
    "電子郵件",
    "信箱",
    "email",
    "e-mail",
    "mail",
    "youxiang",
  ],
  credits:
    /copyright|\(c\)|©|\blicen[cs]e[ds]?\b(?! (?:no|number|plate))|\bauthors?\b|maintain(?:er|ed)|contribut(?:or|ed)|(?:written|developed|created) by|(?:signed-off|reviewed|acked|reported|tested|co-authored)-by|uploaders|upstream|bug reports?|report bugs|\n -- |\n\d{4}-\d\d-\d\d {2}|\b(?:19|20)\d\d,? {1,4}[^\n<(@\d]{3,50} [<(]$|版权所有/i,
  person: true,
  weigh(cell) {
    const at = cell.indexOf("@");
    if (at < 1 || at === cell.length - 1 || cell.length > longest || cell.includes("@", at + 1)) return "no";
    const local = cell.slice(0, at);
    const domain = cell.slice(at + 1);
    if (local.includes("**")) return hiddenLocal.test(local) && weighDomain(domain) === "valid" ? "masked" : "no";
    if (!atom.test(local) || local.startsWith(".") || local.endsWith(".") || local.includes("..")) return "no";
    const reading = weighDomain(domain);
    const mailbox = local.toLowerCase();
    if (reading !== "valid" || roles.test(mailbox) || listHosts.test(domain.toLowerCase()))
      return reading === "no" ? "no" : "shape";
    return sampleLocals.test(mailbox) && exampleDomains.test(domain.toLowerCase()) ? "shape" : "valid";
  },
  canonical: (cell) => cell.toLowerCase(),
};

function weighDomain(domain: string): Exclude<Reading, "masked"> {
  const name = domain.toLowerCase();
  if (!host.test(name)) return "no";
  const dot = name.lastIndexOf(".");
  const top = name.slice(dot + 1);
  return dot > 0 && topLevel.test(top) && !noDomains.has(top) && !sampleDomains.test(name) ? "valid" : "shape";
}
