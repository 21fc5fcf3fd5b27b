-- Writes bars to an Apache Iceberg table below the option results.path: rows appear with a checkpoint, each once.
-- A worked example of a connector that is not in the job's jar; docs/results.md, "Any other Flink connector", says which jars
-- it needs. Another catalog (REST, Hive, AWS Glue) changes only the first statement.

CREATE CATALOG lake WITH (
  'type' = 'iceberg',
  'catalog-type' = 'hadoop',
  'warehouse' = '${results.path}'
);

CREATE DATABASE IF NOT EXISTS lake.kis;

CREATE TABLE IF NOT EXISTS lake.kis.bars (
  `contract` STRING, `window_start` TIMESTAMP_LTZ(3), `window_end` TIMESTAMP_LTZ(3), `trading_date` DATE,
  `trades` BIGINT, `open` BIGINT, `high` BIGINT, `low` BIGINT, `close` BIGINT, `price_change` BIGINT, `volume` BIGINT,
  `turnover` DECIMAL(20, 0), `vwap` DECIMAL(18, 4), `vwap_observed` DECIMAL(18, 4), `session_vwap` DECIMAL(18, 4),
  `missed_volume` BIGINT, `complete` BOOLEAN, `basis_open` DECIMAL(18, 2), `basis_high` DECIMAL(18, 2),
  `basis_low` DECIMAL(18, 2), `basis_close` DECIMAL(18, 2), `basis_mean` DECIMAL(18, 4), `basis_drift` DECIMAL(18, 2),
  `basis_slope` DECIMAL(18, 4), `theoretical_basis` DECIMAL(18, 2), `mispricing` DECIMAL(18, 2),
  `mispricing_mean` DECIMAL(18, 4), `disparity` DECIMAL(9, 2), `oi_open` BIGINT, `oi_close` BIGINT,
  `oi_change` BIGINT, `oi_change_day` BIGINT, `oi_signal` STRING, `buy_volume` BIGINT, `sell_volume` BIGINT,
  `best_ask` BIGINT, `best_bid` BIGINT, `basis_bp` DECIMAL(18, 4), `mispricing_bp` DECIMAL(18, 4),
  `implied_rate` DECIMAL(18, 4), `imbalance` DECIMAL(9, 6), `unsigned_volume` BIGINT
) PARTITIONED BY (`trading_date`) WITH (
  'format-version' = '2'
);

INSERT INTO lake.kis.bars SELECT * FROM bars;
