-- VWAP per contract and minute on any table ticks, as the job's bars have it. Price and volume are the
-- differences of what the exchange has counted up, so trades that never reached us are in it, and
-- trades that came twice or in another order change nothing.
-- 10 is the contracts' multiplier: shares per contract.

WITH minutes AS (
  SELECT
    contract, window_start, window_end, window_time,
    -- days since 1970 in Korea, whatever table.local-time-zone says
    (UNIX_TIMESTAMP(DATE_FORMAT(window_start, 'yyyy-MM-dd HH:mm:ss')) + 9 * 3600) / 86400 AS trading_date,
    MAX(cumulative_volume) AS volume_after,
    MAX(cumulative_value) AS value_after,
    MIN(cumulative_volume - quantity) AS volume_before,
    MIN(cumulative_value - price * quantity * 10) AS value_before
  FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
  GROUP BY contract, window_start, window_end, window_time
),
changes AS (
  -- a minute goes on where the contract's last one of the same day ended
  SELECT
    *,
    volume_after - COALESCE(LAG(volume_after) OVER day_so_far, volume_before) AS volume,
    value_after - COALESCE(LAG(value_after) OVER day_so_far, value_before) AS turnover
  FROM minutes
  WINDOW day_so_far AS (PARTITION BY contract, trading_date ORDER BY window_time)
)
SELECT
  contract, window_start, window_end,
  volume, -- contracts, missed ones included
  turnover, -- won
  CAST(CAST(turnover AS DECIMAL(20, 0)) / CAST(NULLIF(volume, 0) * 10 AS DECIMAL(12, 0)) AS DECIMAL(18, 4))
    AS vwap,
  CAST(CAST(value_after AS DECIMAL(20, 0)) / CAST(volume_after * 10 AS DECIMAL(12, 0)) AS DECIMAL(18, 4))
    AS session_vwap
FROM changes;
