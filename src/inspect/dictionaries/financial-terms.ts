/**
 * Words of accounts, credit, income and insurance of persons. By hand, after the examples of JR/T 0171-2020 (personal financial
 * information) and GB/T 35273-2020, annex B. Words of any shop's order (付款, 价格, 优惠券, 退款) and of companies' books (营业收入, 负债表) are left out.
 */
export const financialTerms: readonly string[] =
  // Credit
  (
    "征信 征信报告 个人征信 征信查询 征信授权 信用报告 信用评分 芝麻信用 授信额度 授信金额 信贷 信贷记录 贷款合同 贷款余额 贷款本金 贷款金额 贷款期限 房贷 车贷 消费贷 个人贷款 个人住房贷款 网贷 借款人 借款合同 借据号 " +
    "还款计划 还款记录 还款账户 应还本金 应还利息 应还金额 逾期 逾期天数 逾期金额 逾期次数 逾期记录 连三累六 不良贷款 催收 催收记录 呆账 坏账 代偿 担保人 共同借款人 失信被执行人 黑名单客户 五级分类 " +
    // Accounts and cards
    "银行账户 银行账号 银行卡号 信用卡 信用卡额度 储蓄卡 借记卡 开户行 开户银行 开户支行 账户余额 可用余额 账户状态 存款余额 定期存款 活期存款 存单 存折 交易流水 银行流水 交易对手 转账 转账记录 汇款 汇款人 收款人 对账单 账单日 还款日 最低还款额 " +
    "支付密码 交易密码 查询密码 取款密码 短信验证码 安全码 卡有效期 磁道信息 持卡人 持卡人姓名 快捷支付 代扣协议 " +
    // Securities, funds, insurance
    "证券账户 资金账户 股东账户 股东代码 持仓 持仓市值 委托记录 成交记录 基金账户 基金份额 申购 赎回 理财产品 理财账户 净值 风险测评 投资者适当性 信托 期货账户 融资融券 保证金 " +
    "保单 保单号 投保人 被保险人 受益人 保险金额 保费 理赔 理赔记录 理赔金额 退保 年金 车险保单 寿险 重疾险 " +
    // Income, tax, social insurance
    "工资 工资条 工资明细 基本工资 应发工资 实发工资 薪资 薪酬 年薪 月薪 绩效奖金 年终奖 税前工资 税后工资 个人所得税 个税 专项附加扣除 社保缴费 社保基数 公积金 公积金账号 公积金缴存 缴存基数 养老保险 医疗保险 失业保险 工伤保险 " +
    "个人收入 家庭收入 年收入 月收入 收入证明 资产证明 房产证号 不动产权证 纳税记录 完税证明 净资产 "
  )
    .trim()
    .split(" ")
    .concat([
      "credit report",
      "credit score",
      "credit limit",
      "loan amount",
      "overdue days",
      "account balance",
      "available balance",
      "bank statement",
      "cardholder",
      "card number",
      "cvv",
      "cvv2",
      "payroll",
      "gross salary",
      "net salary",
      "income tax",
      "policyholder",
      "beneficiary",
      "iban",
    ]);
