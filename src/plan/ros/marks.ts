import type { Marks } from "../stack-template/dialect.ts";

/** Apart from the dialect, so that looking whether a file is of this kind loads no reader. */
export const rosMarks: Marks = {
  id: "ros",
  title: "Alibaba Cloud ROS template",
  versionKey: "ROSTemplateFormatVersion",
  version: "2015-09-01",
  kindPrefixes: ["ALIYUN::", "DATASOURCE::"],
};
