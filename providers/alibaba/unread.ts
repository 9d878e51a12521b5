/**
 * Products that may hold customers' data at rest and that no type of this provider reads. A scan says nothing of them, and says so.
 * By the product documentation of each, help.aliyun.com, 2026-11-22. A product that gets its type leaves this list.
 */
export const unread: readonly string[] = [
  "AnalyticDB for MySQL",
  "AnalyticDB for PostgreSQL",
  "ApsaraDB for ClickHouse",
  "ApsaraDB for HBase",
  "ApsaraDB for OceanBase",
  "ApsaraDB for SelectDB",
  "ApsaraMQ for Kafka",
  "ApsaraMQ for RabbitMQ",
  "ApsaraMQ for RocketMQ",
  "ApsaraVideo VOD",
  "CDN and DCDN",
  "DataHub",
  "DataWorks",
  "E-MapReduce",
  "Elastic Desktop Service",
  "Elasticsearch",
  "Global Accelerator",
  "Graph Database",
  "Hologres",
  "Intelligent Media Management",
  "Lindorm",
  "MaxCompute",
  "OpenSearch",
  "Platform for AI",
  "Quick BI",
  "Simple Message Queue",
  "Tablestore",
];
