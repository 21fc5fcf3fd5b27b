-- Writes bars, gaps and alerts to PostgreSQL. All have a natural key, so rows that are written again after a failure
-- replace themselves: every row is there exactly once. Make the tables first: sql/results/postgres-tables.sql.
-- Needs results.postgres.url; a password is given by reference, in ~/.pgpass or the file that PGPASSFILE names.
--
-- The connector knows no TIMESTAMP_LTZ, and would take a TIMESTAMP for a time in the zone of the JVM that writes it.
-- So instants travel as texts in UTC (what JSON_STRING makes of them, without its quotes), which PostgreSQL reads as
-- timestamptz: stringtype=unspecified, which the job adds to the URL, lets it.
-- ON CONFLICT DO DEDUPLICATE is what Flink wants to read here; of rows that are only added it keeps no state.

CREATE TEMPORARY TABLE postgres_bars (
  `contract` STRING NOT NULL,
  `window_start` STRING NOT NULL,
  `window_end` STRING NOT NULL,
  `trading_date` DATE,
  `trades` BIGINT,
  `open` BIGINT,
  `high` BIGINT,
  `low` BIGINT,
  `close` BIGINT,
  `price_change` BIGINT,
  `volume` BIGINT,
  `turnover` DECIMAL(20, 0),
  `vwap` DECIMAL(18, 4),
  `vwap_observed` DECIMAL(18, 4),
  `session_vwap` DECIMAL(18, 4),
  `missed_volume` BIGINT,
  `complete` BOOLEAN,
  `basis_open` DECIMAL(18, 2),
  `basis_high` DECIMAL(18, 2),
  `basis_low` DECIMAL(18, 2),
  `basis_close` DECIMAL(18, 2),
  `basis_mean` DECIMAL(18, 4),
  `basis_drift` DECIMAL(18, 2),
  `basis_slope` DECIMAL(18, 4),
  `theoretical_basis` DECIMAL(18, 2),
  `mispricing` DECIMAL(18, 2),
  `mispricing_mean` DECIMAL(18, 4),
  `disparity` DECIMAL(9, 2),
  `oi_open` BIGINT,
  `oi_close` BIGINT,
  `oi_change` BIGINT,
  `oi_change_day` BIGINT,
  `oi_signal` STRING,
  `buy_volume` BIGINT,
  `sell_volume` BIGINT,
  `best_ask` BIGINT,
  `best_bid` BIGINT,
  `basis_bp` DECIMAL(18, 4),
  `mispricing_bp` DECIMAL(18, 4),
  `implied_rate` DECIMAL(18, 4),
  `imbalance` DECIMAL(9, 6),
  `unsigned_volume` BIGINT,
  PRIMARY KEY (`contract`, `window_start`, `window_end`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${results.postgres.url}',
  'table-name' = 'bars',
  'sink.buffer-flush.interval' = '1 s'
);

INSERT INTO postgres_bars SELECT
  `contract`,
  TRIM(BOTH '"' FROM JSON_STRING(`window_start`)),
  TRIM(BOTH '"' FROM JSON_STRING(`window_end`)),
  `trading_date`,
  `trades`,
  `open`,
  `high`,
  `low`,
  `close`,
  `price_change`,
  `volume`,
  `turnover`,
  `vwap`,
  `vwap_observed`,
  `session_vwap`,
  `missed_volume`,
  `complete`,
  `basis_open`,
  `basis_high`,
  `basis_low`,
  `basis_close`,
  `basis_mean`,
  `basis_drift`,
  `basis_slope`,
  `theoretical_basis`,
  `mispricing`,
  `mispricing_mean`,
  `disparity`,
  `oi_open`,
  `oi_close`,
  `oi_change`,
  `oi_change_day`,
  `oi_signal`,
  `buy_volume`,
  `sell_volume`,
  `best_ask`,
  `best_bid`,
  `basis_bp`,
  `mispricing_bp`,
  `implied_rate`,
  `imbalance`,
  `unsigned_volume`
FROM bars
ON CONFLICT DO DEDUPLICATE;

CREATE TEMPORARY TABLE postgres_gaps (
  `contract` STRING NOT NULL,
  `trading_date` DATE NOT NULL,
  `from_volume` BIGINT NOT NULL,
  `to_volume` BIGINT NOT NULL,
  `missed_volume` BIGINT,
  `missed_value` BIGINT,
  `time_before` STRING,
  `time_after` STRING NOT NULL,
  `cause` STRING,
  `missed_price` DECIMAL(18, 4),
  PRIMARY KEY (`contract`, `trading_date`, `time_after`, `from_volume`, `to_volume`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${results.postgres.url}',
  'table-name' = 'gaps',
  'sink.buffer-flush.interval' = '1 s'
);

INSERT INTO postgres_gaps SELECT
  `contract`,
  `trading_date`,
  `from_volume`,
  `to_volume`,
  `missed_volume`,
  `missed_value`,
  TRIM(BOTH '"' FROM JSON_STRING(`time_before`)),
  TRIM(BOTH '"' FROM JSON_STRING(`time_after`)),
  `cause`,
  `missed_price`
FROM gaps
ON CONFLICT DO DEDUPLICATE;

CREATE TEMPORARY TABLE postgres_alerts (
  `alert_id` STRING NOT NULL,
  `rule` STRING,
  `contract` STRING,
  `state` STRING NOT NULL,
  `severity` STRING,
  `metric` STRING,
  `value` DECIMAL(24, 4),
  `threshold` DECIMAL(24, 4),
  `raised_at` STRING,
  `event_time` STRING,
  `message` STRING,
  PRIMARY KEY (`alert_id`, `state`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${results.postgres.url}',
  'table-name' = 'alerts',
  'sink.buffer-flush.interval' = '1 s'
);

INSERT INTO postgres_alerts SELECT
  `alert_id`,
  `rule`,
  `contract`,
  `state`,
  `severity`,
  `metric`,
  `value`,
  `threshold`,
  TRIM(BOTH '"' FROM JSON_STRING(`raised_at`)),
  TRIM(BOTH '"' FROM JSON_STRING(`event_time`)),
  `message`
FROM alerts
ON CONFLICT DO DEDUPLICATE;
