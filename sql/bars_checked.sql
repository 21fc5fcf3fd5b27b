-- Which bars a loss may have touched: the bars of files.sql with the column touched. A loss counts in the bar of the trade
-- after it, so complete of the bars before says only that nothing was known to be missing. Touched are all bars whose
-- window overlaps the time between the two trades beside a gap; from the day's begin, where nothing of the day was seen
-- before (LATE_JOIN). Change the paths to what results.path was. In PostgreSQL the view bars_checked is the same.

SET 'execution.runtime-mode' = 'batch';
SET 'table.local-time-zone' = 'Asia/Seoul';

CREATE TEMPORARY TABLE bars (
  `contract` STRING,
  `window_start` TIMESTAMP_LTZ(3),
  `window_end` TIMESTAMP_LTZ(3),
  `trading_date` DATE,
  `volume` BIGINT,
  `vwap` DECIMAL(18, 4),
  `missed_volume` BIGINT,
  `complete` BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = 'results/bars',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TEMPORARY TABLE gaps (
  `contract` STRING,
  `trading_date` DATE,
  `time_before` TIMESTAMP_LTZ(3),
  `time_after` TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'filesystem',
  'path' = 'results/gaps',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

SELECT
  b.contract, b.window_start, b.window_end, b.volume, b.vwap, b.missed_volume, b.complete,
  COUNT(g.time_after) > 0 AS touched
FROM bars b
LEFT JOIN gaps g
  ON g.contract = b.contract AND g.trading_date = b.trading_date
    AND b.window_start <= g.time_after
    AND (g.time_before IS NULL OR b.window_end > g.time_before)
GROUP BY
  b.contract, b.window_start, b.window_end, b.volume, b.vwap, b.missed_volume, b.complete;
