/** What stands in ordinary tables and is no name, address, term or mark; many begin like a surname on purpose. */
export const goods = words(
  "苹果 牛奶 面包 洗发水 钱包 白菜 黄瓜 金针菇 龙井茶 花生油 毛巾 高跟鞋 马克杯 石榴 方便面 古筝 温度计 安全帽 时钟 连衣裙 向日葵 万用表 康乃馨 " +
    "和田玉 包子 汤圆 白糖 雷达 童鞋 路由器 安全座椅 江米 葛根粉 姜茶 田螺 袁大头 唐装 宋锦 罗汉果 胡萝卜 胡椒粉 何首乌 梁柱 林地 夏凉被 秋衣 冬枣 " +
    "水杯 沙发 台灯 键盘 鼠标 显示器 耳机 充电器 数据线 保温杯 雨伞 背包 行李箱 围巾 手套 帽子 袜子 皮带 领带 衬衫 牛仔裤 运动鞋",
);
export const departments = words(
  "人事部 财务部 市场部 安全部 总经办 生产部 采购部 研发中心 法务部 客服部 运维部 质量部 物流部 行政部 党委办 工程部 金融部 方案部 高级研究院 战略部 华东区 华南区",
);
export const titles = words(
  "经理 主管 工程师 会计 安全员 司机 总监 高级经理 助理 文员 出纳 质检员 架构师 产品经理 项目经理 顾问 实习生 技术员 焊工 电工",
);
export const states = words(
  "已完成 待付款 成功 失败 处理中 已发货 已签收 退款中 已取消 待审核 已驳回 已关闭 正常 异常 启用 停用 高 中 低 未知 进行中 已归档",
);
export const cities = words(
  "北京 上海 广州 深圳 南京 武汉 温州 常州 金华 马鞍山 黄石 安阳 包头 石家庄 唐山 高雄 洛阳 江门 罗湖 徐州 胡志明市 梁平 林芝 潘家园 陈仓 华山 庐山 黄山 武夷山 成都 重庆 昆明",
);
export const streets = words(
  "中山路 人民路 解放路 和平街 江南大道 黄河路 金水路 文三路 建设街 长安街 南京路 淮海路 天府大道 深南大道 高新路 白云大道 石景山路 马甸路 方庄路 安定门",
);
export const brands = words(
  "万科 格力 美的 安踏 海尔 小米 华为 联想 康师傅 蒙牛 伊利 金龙鱼 农夫山泉 元气森林 百雀羚 大白兔 比亚迪 吉利 长安 奇瑞 荣威 红旗 东风 解放 江淮",
);
export const companies = words(
  "华东贸易有限公司 金山软件股份有限公司 江南造船集团 高新投资公司 石油化工股份公司 白云制药有限公司 安泰科技有限公司 黄河水利公司 长江电力股份 万达商业集团 " +
    "方正证券公司 马钢股份 田野农业合作社 唐山钢铁厂 罗湖商贸行 康泰生物公司 宁波港务局 顺丰速运 中通快递 天河机电厂",
);
export const idioms = words(
  "金玉满堂 马到成功 安居乐业 石破天惊 江山如画 高瞻远瞩 万事如意 白手起家 方兴未艾 水落石出 海阔天空 温故知新 雷厉风行 龙飞凤舞 花好月圆 时不我待",
);
export const dishes = words(
  "宫保鸡丁 鱼香肉丝 白切鸡 黄焖鸡 麻婆豆腐 金汤肥牛 龙抬头 石锅拌饭 江湖鱼 水煮鱼 毛血旺 夫妻肺片 梁溪脆鳝 马蹄糕 叶儿粑 宋嫂鱼羹 东坡肉 葱油饼 姜母鸭 梅菜扣肉",
);
export const groups = words(
  "汉族 满族 苗族 白族 黎族 回族 藏族 壮族 侗族 傣族 高山族 羌族 畲族 土家族 哈尼族 白羊座 金牛座 双鱼座 射手座 水瓶座 天秤座",
);
export const films = words(
  "霸王别姬 让子弹飞 花样年华 无间道 大红灯笼 黄土地 红高粱 白蛇传 金陵十三钗 龙门客栈 江湖儿女 高山流水 雷雨 茶馆 骆驼祥子 家 春 秋 围城 边城",
);
export const spots = words(
  "故宫博物院 北京南站 深圳北站 首都机场 虹桥火车站 中山公园站 钟楼 黄鹤楼 金茂大厦 东方明珠 天安门广场 解放碑 宽窄巷子 鼓浪屿 西湖景区 白云机场 罗湖口岸 江汉路步行街",
);
export const placeTalk = words(
  "北京市今日晴转多云 上海市召开工作会议 广东省发布通知 深圳市出台新政策 浙江省杭州市气温下降 江苏省南京市举办展览 成都市地铁开通 湖北省武汉市马拉松开跑 海南省旅游推介 福建省厦门市台风预警",
);
export const colours = words(
  "红色 黄色 蓝色 绿色 白色 黑色 紫色 金色 银色 灰色 粉色 橙色 青色 棕色 米色 酒红 天蓝 墨绿",
);
export const subjects = words(
  "语文 数学 英语 物理 化学 生物 历史 地理 政治 音乐 体育 美术 信息技术 高等数学 线性代数 程序设计 数据结构 操作系统",
);
export const remarks = words(
  "尽快处理 加急 周一送达 请电话联系 已沟通 等待回复 无 同上 见附件 补发 換货 样品 赠品 重复提交 系统自动 待补充 需要发票 放门口 勿折 易碎",
);
/** Words about secrecy that are no mark of it. */
export const secrecyTalk = words(
  "保密协议 机密性 商业秘密保护 秘密花园 保密承诺书 密码管理 保密条款 绝密飞行 秘密投票 保密培训 机密计算 解密文件 加密算法 揭秘 秘密花园酒店★★★★★ 保密期限 保密义务 机密虚拟机 秘密分享协议",
);
export const healthTalk = words(
  "健康宣传 体检中心预约 血压计 体温计 口罩 创可贴 健身器材 养生茶 护眼灯 医院建设项目 门诊楼装修 药店加盟 健康码申请 运动手环 空气净化器 按摩椅",
);
export const moneyTalk = words(
  "货到付款 在线支付 微信支付 优惠券 满减活动 会员积分 运费 单价 合计 发票抬头 退款说明 价格保护 付款方式 购物车 红包 定金",
);
export const mapTalk = words(
  "地图导航 坐标系设置 位置服务 附近门店 路线规划 地图组件 定位失败 缩放级别 图层管理 街景模式 离线地图 门店分布",
);
export const services = [
  "apollo",
  "gateway",
  "billing",
  "inventory",
  "scheduler",
  "notifier",
  "search",
  "catalog",
  "auth",
  "payment",
];
export const sentences = [
  "The service keeps its records in three regions and copies them every night.",
  "Retention follows the schedule agreed with the owner of each system.",
  "Please restart the scheduler after the configuration has been changed.",
  "A build that fails twice in a row is reported to the team that owns it.",
  "Passwords are never written to a log; a hash is stored instead.",
  "Orders above the limit wait for a second approval before they are shipped.",
];
export const chineseSentences = [
  "数据安全治理应当坚持统筹发展和安全，建立健全数据安全治理体系。",
  "平台在收到请求之后先核对权限，再把结果写入审计日志，最后返回给调用方。",
  "夏天的傍晚，湖面上吹来凉爽的风，孩子们在岸边放风筝。",
  "本季度系统整体运行平稳，核心接口的平均响应时间下降了百分之十二。",
  "会议决定在下个月完成仓库的搬迁，并对货架重新编号。",
  "双方应当遵守保密协议，未经许可不得向第三方披露合同内容。",
];
export const traditionalSentences = [
  "系統升級期間，訂單查詢服務可能會短暫中斷，敬請見諒。",
  "本季度業績穩定增長，倉庫的搬遷工作已經順利完成。",
  "請於收到貨物後檢查包裝是否完整，如有損壞請聯絡客戶服務。",
];
export const traditionalGoods = words(
  "蘋果 牛奶 麵包 洗髮水 錢包 白菜 黃瓜 高跟鞋 馬克杯 毛巾 溫度計 時鐘 雨傘 背包 手套 圍巾 運動鞋 檯燈 鍵盤 滑鼠",
);
export const codeLines = [
  "export function parse(input: string): number { return Number.parseInt(input, 16); }",
  'if (err != nil) { return fmt.Errorf("read %s: %w", path, err) }',
  "SELECT id, created_at, amount FROM orders WHERE status = 'paid' ORDER BY id DESC LIMIT 100;",
  "const timeout = Number(process.env.TIMEOUT ?? 30000);",
  "def checksum(data: bytes) -> int: return sum(data) & 0xffff",
  '<div class="row"><span data-id="4711">{{ item.label }}</span></div>',
  "#define MAX_BUFFER 65536 /* bytes */",
  "for (let i = 0; i < rows.length; i++) total += rows[i].price * rows[i].count;",
  "npm install left-pad@1.3.0 && git clone git@github.com:acme/tool.git",
];

function words(text: string): readonly string[] {
  return text.split(" ");
}
