/** Surnames by how common they are: the first line carries about half of all people (census reports, in round figures). */
export const surnames: readonly string[] = [
  ..."王李张刘陈杨黄赵吴周王李张刘陈王李张",
  ..."徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈",
  ..."姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱",
  ..."严覃武戴莫孔向汤",
];
export const rareSurnames: readonly string[] = [
  "芮",
  "仝",
  "郇",
  "逄",
  "苗",
  "娄",
  "裴",
  "欧阳",
  "上官",
  "司马",
  "诸葛",
  "慕容",
];

/** Characters that given names are made of; one of two in most names is from the first line. */
export const givenCharacters: readonly string[] = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲建国文志海燕鹏飞宇辉晨",
  ..."梓涵欣怡子轩浩然雨思琪佳俊豪诗婷雪梅晓东旭峰凯嘉瑞博翔宁慧颖琳倩倍航泽铭昊天奕辰若曦",
  ..."春冬庆振兴荣昌忠信义德胜利民福贵安康永成才良新亮波斌莉莲萍凤珍淑云",
];

/** With the surname first, as in mainland systems that store pinyin. */
export const pinyinSurnames = [
  "Wang",
  "Li",
  "Zhang",
  "Liu",
  "Chen",
  "Yang",
  "Huang",
  "Zhao",
  "Wu",
  "Zhou",
  "Xu",
  "Sun",
  "Zhu",
  "Guo",
  "Lin",
];
export const pinyinGiven = [
  "Wei",
  "Xiaoming",
  "Jing",
  "Lihua",
  "Jianguo",
  "Yuting",
  "Haoran",
  "Xin",
  "Mengjie",
  "Zhiqiang",
  "Fang",
  "Ruoxi",
];

export const minorityNames = ["阿依古丽·买买提", "艾力·吐尔逊", "古丽娜尔·阿不都", "扎西·多吉", "买买提·艾山"];

/** As written in Hong Kong SAR, Macao SAR and Taiwan (China). */
export const traditionalSurnames: readonly string[] = [
  ..."陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐周葉蘇莊呂江何蕭羅高",
];
export const traditionalGiven: readonly string[] = [
  ..."志明家豪淑芬美玲雅婷建宏俊傑怡君宗翰惠雯冠宇佳蓉偉強詩涵詠欣子晴浩賢嘉儀",
];

export const westernNames = [
  "James Carter",
  "Mary Johnson",
  "Robert Miller",
  "Linda Davis",
  "Michael Brown",
  "Susan Taylor",
  "David Anderson",
  "Karen Thomas",
  "Peter Jackson",
  "Emily Clark",
  "Daniel Lewis",
  "Laura Walker",
  "Oliver Stone",
  "Hannah Young",
  "Sophie Turner",
  "George Baker",
];
