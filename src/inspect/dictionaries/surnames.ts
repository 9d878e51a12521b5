/**
 * Surnames of the mainland. Written by hand after the published rankings of the Ministry of Public Security (yearly report on names,
 * 2020) and the Hundred Family Surnames; traditional forms beside the simplified ones, since both are met in data.
 */

/** Common ones, and rare ones that begin few other words. */
export const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊" +
  "孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔常汤康乔赖文洪施温牛樊葛邢安齐庞颜伍兰倪庄聂章鲁岳翟殷詹申欧耿焦柳甘祝宁尚符舒阮柯纪梅童凌毕季裴" +
  "霍涂苗谷盛翁冉骆蓝辛靳柴蒙鲍华喻祁蒲房滕屈饶牟艾尤穆卓古吉缪简项芦麦褚娄窦岑景党宫费卜冷晏席卫柏宗瞿桂佟臧闵苟邬卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池" +
  "查麻苑邝封谈匡鞠惠荆乐冀郁胥班储栗燕楚鄢劳谌奚皮粟冼蔺楼厉伊仝郜阚帅屠朴廉禹祖漆巴卿狄晋扈晁芮浦戈伏薄邸雍辜裘亓邰赫杭况宿逯茹慕嵇湛戎茅於揭尉昝" +
  "郗邴逄訾蒯蹇亢伯佴笪谯覃钭郦郯酆郏阙闳厍厙麴缑璩濮宓宦寿宰祢竺荀莘衮贲邺鄞邛练幸";

export const traditionalSurnames =
  "張劉陳楊黃趙吳孫馬鄭謝許鄧馮韓蕭蔣蘇呂盧鐘鍾譚廖範陸賈韋鄒閻薛龍陶賀顧龔萬錢嚴湯喬賴莊聶魯葉詹歐紀畢霍塗駱藍華饒繆簡項蘆麥婁竇黨費衛閔鄔叢鞏鄺談樂" +
  "儲勞諶藺廈慄厲闞單齊寧龐顏倪樊許溫區盖關尤連游巫";

/** Surnames that begin many other words, so that two characters are no name yet: 关闭, 管理, 连接. */
export const wordlikeSurnames =
  "付代向易包单成曲路游管解阳时农司车连米全应边师和商明迟官原南满闻位区海花权强豆盖井丰支国平计索宣相初门云容敬来都普阙鹿羊阿乌母修那鲜印隆诺战危玉银公哈宾勾利呼居干但冶斯元束檀衣信展阴智奉植衡富尧闭由左关毋仁能通步后有";

/** Of two characters. */
export const compoundSurnames: readonly string[] = (
  "欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 东方 独孤 南宫 西门 端木 百里 呼延 轩辕 钟离 闻人 澹台 濮阳 淳于 单于 太史 申屠 公冶 宗政 " +
  "赫连 万俟 鲜于 闾丘 司空 亓官 仲孙 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 羊舌 微生 梁丘 左丘 东郭 南门 东门 第五 范姜 张简 张廖 叶赫 " +
  "完颜 富察 瓜尔佳 爱新觉罗 叶赫那拉 歐陽 司馬 諸葛 上官 東方 長孫 單于 鮮于 獨孤 尉遲 鍾離 聞人 范姜 張簡"
).split(" ");

/** In pinyin without tones, for names written in Latin letters. Of the most common hundred or so surnames and the compound ones. */
export const pinyinSurnames: readonly string[] = (
  "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian " +
  "dong yuan yu ye jiang du su wei cheng lu lyu lv ding shen ren yao fu zhong cui tan liao fan shi jin dai jia xia qiu fang hou zou xiong meng qin bai yan xue " +
  "yin duan lei long tao mao hao gong shao wan qian qi mo kong tang kang qiao lai wen hong niu ge xing an ou pang zhuang nie yue zhai geng jiao zuo gan zhu bao ning " +
  "ruan ke mei tong ling bi pei huo miao gu sheng luo xin jin chai ouyang sima zhuge shangguan situ murong linghu"
).split(" ");
