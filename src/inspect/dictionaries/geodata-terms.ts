/**
 * Words of surveying, precise maps and vehicles' surroundings. By hand, after the Surveying and Mapping Law, the rules on automotive
 * data security (2021) and the ministry's notices on intelligent connected vehicles (2022-08, 2024-07). Words of medicine (影像) and
 * of everyday maps (地图, 导航) are left out.
 */
export const geodataTerms: readonly string[] = (
  "点云 激光点云 高精地图 高精度地图 高级辅助驾驶地图 自动驾驶地图 矢量地图数据 航片 航摄 航空摄影 航测 倾斜摄影 正射影像 遥感影像 卫星影像 遥感数据 测绘 测绘成果 基础测绘 测绘资质 控制点成果 测量控制点 平面控制点 高程控制点 图根控制点 像控点 像片控制点 大地控制点 水准点 三角点 导线点 " +
  "数字高程模型 数字表面模型 数字正射影像 数字线划图 地形图 等高线 高程 高程异常 重力数据 重力异常 大地水准面 似大地水准面 独立坐标系 2000国家大地坐标系 西安80坐标系 北京54坐标系 地理信息数据 地下管线 地下管网图 海图 水深 测深 海底地形 " +
  "车外视频 车外影像 车外图像 街景采集 道路坡度 道路曲率 车道线 车道中心线 路沿 定位图层 惯导 组合导航 轨迹采集 众源采集 军事管理区 军事禁区 军事设施 国界线 "
)
  .trim()
  .split(" ")
  .concat([
    "point cloud",
    "pointcloud",
    "hd map",
    "hdmap",
    "opendrive",
    "lanelet",
    "lidar",
    "orthophoto",
    "orthomosaic",
    "cgcs2000",
    "ground control point",
    "digital elevation model",
    "digital surface model",
    "bathymetry",
    "geoid",
  ]);
