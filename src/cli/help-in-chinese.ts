import type { Command as Program } from "commander";
import { textWidth, wrapText } from "../model/index.ts";

/** What the help says, by its English words: program.ts and flags.ts hold those. */
const words: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Arguments:": "参数：",
  "Which personal or important data lies or goes outside Mainland China, and what the law says about it.":
    "查明哪些个人信息和重要数据存储于境外或者流向境外，以及法律对此有何要求。",
  "print the version": "显示版本",
  "show this help": "显示本帮助",
  "show the help of a command": "显示某一命令的帮助",

  "scan a sample estate on loopback: no credentials, no network": "扫描本机回环上的示例环境，无需凭证和网络",
  "scan the clouds that jingnei.yaml names": "扫描 jingnei.yaml 所列的云环境",
  "judge an infrastructure change before it is applied: Terraform, CloudFormation, ARM, ROS":
    "在基础设施变更实施前进行检查：Terraform、CloudFormation、ARM、ROS",
  "say which personal and important data files or folders of this machine hold":
    "检查本机文件或目录含有哪些个人信息和重要数据",
  "render a finished run again: a run id, a folder or a report.json":
    "重新生成已完成检查的报告：检查编号、目录或 report.json",
  "compare two reports: what is new, open, fixed, or was not seen this time":
    "比较两份报告：新增、仍待处理、已解决、本次未能查看",
  "show what a finding rests on, or the law and cases of a policy": "查看检查发现的依据，或者规则的法律条款和用例",
  "print the policy document with the least that a scan needs": "输出扫描所需的最小权限策略",
  "before a scan: try identity, regions and every permission": "扫描前试查身份、地域和各项权限",
  "show which jurisdiction each region lies in, and by what source": "查看各地域所属法域及其来源",
  "ask for what only you know, and write a commented jingnei.yaml": "询问只有您知道的信息，生成带注释的 jingnei.yaml",
  "the catalogue of rules: list, show, test": "规则目录：list、show、test",
  "list the policies in force here": "列出此处适用的规则",
  "show one: its condition, law, remediation and cases": "查看一项规则：条件、法律依据、处置建议和用例",
  "run the cases of every policy, or of those named": "运行全部规则或者指定规则的用例",

  "configuration (default: jingnei.yaml, where there is one)": "配置文件（默认：jingnei.yaml，如有）",
  "table or json (default: table)": "table 或 json（默认：table）",
  "show every call, not only those that were denied or failed": "列出各项调用，而不仅是被拒绝或者失败的",
  "the run to look in (default: the last report, then the runs kept here)":
    "在哪次检查中查找（默认：最近的报告，其次为此处保存的检查）",
  "en or zh (default: en)": "en 或 zh（默认：en）",
  "say nothing but errors": "仅输出错误",
  "no colours (NO_COLOR is honoured too)": "不使用颜色（亦遵循 NO_COLOR）",
  "error, warn, info or debug (default: warn; info with --log-file)":
    "error、warn、info 或 debug（默认：warn；指定 --log-file 时为 info）",
  "write the log there instead of to stderr": "将日志写入该文件，而非 stderr",
  "where the reports go; - is stdout, for one format (default: jingnei-report)":
    "报告输出目录；- 表示 stdout，限一种格式（默认：jingnei-report）",
  "json, html, sarif, junit, csv, ocsf, markdown (default: json,html)":
    "json、html、sarif、junit、csv、ocsf、markdown（默认：json,html）",
  "critical, high, medium, low or never: new findings that end with code 1 (default: high)":
    "critical、high、medium、low 或 never：新增检查发现达到该级别时退出码为 1（默认：high）",
  "critical, high, medium, low or never: findings that end with code 1 (default: high)":
    "critical、high、medium、low 或 never：检查发现达到该级别时退出码为 1（默认：high）",
  "end with code 0 instead of 3 where coverage is incomplete": "检查覆盖不完整时退出码为 0，而非 3",
  "an earlier report.json: only findings that are new since then end with code 1":
    "此前的 report.json：仅其后新增的检查发现使退出码为 1",
  "where runs are kept (default: .jingnei)": "检查记录的保存目录（默认：.jingnei）",
  "resource types or regions to scan, such as aws/s3/* or cn-*": "要扫描的资源类型或地域，如 aws/s3/* 或 cn-*",
  "resource types or regions to leave out; the report says so": "要排除的资源类型或地域，报告中予以载明",
  "resource types that are to be scanned, such as aws/s3/* (default: all)":
    "要扫描的资源类型，如 aws/s3/*（默认：全部）",
  "resource types that are not": "不扫描的资源类型",
  "for sources with these keys, as in jingnei.yaml, such as role=Audit":
    "针对带有这些键的来源，写法同 jingnei.yaml，如 role=Audit",
  "write each document to a file there (default: -, which is stdout)": "将各份文档写入该目录（默认：-，即 stdout）",
  "for reading samples of content too": "含抽样读取内容所需的权限",
  "where a template does not say where it goes": "模板未说明部署地域时采用的地域",
  "parameters of a template, or a JSON file of them; repeatable": "模板参数，或者含有参数的 JSON 文件；可重复",
  "the Terraform files behind a plan: findings name file and line, policies of a first plan are read":
    "计划对应的 Terraform 文件目录：检查发现将载明文件和行号，首次计划中的策略亦由此读取",
  "report.json of the last scan: what the change only refers to":
    "最近一次扫描的 report.json：变更所引用的资源由此得知",
  "apply the law and approvals of this day, YYYY-MM-DD (default: today in Shanghai)":
    "适用该日的法规和已登记的依据，YYYY-MM-DD（默认：上海时间当日）",
  "ciio or non-ciio: say besides what a designation as CIIO, or none, would change":
    "ciio 或 non-ciio：另说明如被认定或者未被认定为关键信息基础设施运营者会有何变化",
  "go on with an interrupted run (default: the latest)": "继续已中断的检查（默认：最近一次）",
  "read samples of what stores hold, and class them by it": "抽样读取存储资源的内容，据此判断数据类别",
  "mainland or outside: where this runs, for --inspect": "mainland 或 outside：本程序的运行地点，用于 --inspect",
  "print the calls of each source and make none": "列出各来源的调用，但不发出",
  "calls at a time per account, region and service": "每个账号、地域和服务的并发调用数",
  "write inspection.json or inspection.txt there (default: -, which is stdout)":
    "将 inspection.json 或 inspection.txt 写入该目录（默认：-，即 stdout）",
  "strict, or gbt45574: whose list of sensitive personal information (default: strict)":
    "strict 或 gbt45574：采用何种敏感个人信息清单（默认：strict）",
  "salt of the counts of distinct people (default: another each time)": "自然人去重计数所用的盐值（默认：每次不同）",
  "threads (default: one per processor, at most 8)": "线程数（默认：每个处理器一个，最多 8 个）",
  "end with code 0 instead of 3 where something could not be read": "有内容未能读取时退出码为 0，而非 3",
};

/** What stands below the list of commands. */
export const chineseFooter = `
各选项也可由环境变量设置：--fail-on 对应 JINGNEI_FAIL_ON。命令行优先。

退出码：
  0    检查完整，没有达到 --fail-on 级别的待处理发现
  1    有达到 --fail-on 级别的待处理发现（指定 --baseline 时：新增的）
  2    用法、配置或者工具出错
  3    检查覆盖不完整
  130  已中断
preflight：0 表示没有被拒绝的调用，1 表示有被拒绝或者无法连接的，其余同上`;

/** Turns the help of a program and of all its commands into Chinese. */
export function helpInChinese(program: Program): void {
  program.description(chinese(program.description()));
  program.configureHelp({
    displayWidth: textWidth,
    boxWrap: (text, width) => wrapText(text, width).join("\n"),
    styleTitle: chinese,
    subcommandDescription: (command) => chinese(command.description()),
    optionDescription: (option) => chinese(option.description),
  });
  for (const command of program.commands) helpInChinese(command);
}

function chinese(text: string): string {
  return words[text] ?? text;
}
