-- Writes bars to an Apache Iceberg table below the option results.path: rows appear with a checkpoint, each once.
-- A worked example of a connector that is not in the job's jar; docs/results.md, "Any other Flink connector", says which jars
-- it needs. Another catalog (REST, Hive, AWS Glue) changes only the first statement.

CREATE CATALOG lake WITH (
  'type' = 'iceberg',
  'catalog-type' = 'hadoop',
  'warehouse' = '${results.path}'
);

CREATE DATABASE IF NOT EXISTS lake.kis;

CREATE TABLE IF NOT EXISTS lake.kis.bars PARTITIONED BY (`trading_date`) WITH (
  'format-version' = '2'
) LIKE columns_of.bars (EXCLUDING OPTIONS);

INSERT INTO lake.kis.bars SELECT * FROM bars;
