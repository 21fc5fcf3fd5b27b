-- Open interest per contract and minute on any table ticks, and what it says together with the price.
-- First and last are by cumulative volume, the order of the exchange, not by arrival: the volume,
-- filled with zeros, stands before the value, so that MIN and MAX find them; what follows it is the value,
-- or '' where it is missing.

WITH numbered AS (
  SELECT
    contract, event_time,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || CAST(price AS STRING) AS price,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || COALESCE(CAST(open_interest AS STRING), '') AS open_interest
  FROM ticks
),
minutes AS (
  SELECT
    contract, window_start, window_end, window_time,
    -- days since 1970 in Korea, whatever table.local-time-zone says
    (UNIX_TIMESTAMP(DATE_FORMAT(window_start, 'yyyy-MM-dd HH:mm:ss')) + 9 * 3600) / 86400 AS trading_date,
    CAST(SUBSTRING(MIN(price) FROM 13) AS BIGINT) AS price_open,
    CAST(SUBSTRING(MAX(price) FROM 13) AS BIGINT) AS price_close,
    CAST(NULLIF(SUBSTRING(MIN(open_interest) FROM 13), '') AS BIGINT) AS oi_first,
    CAST(NULLIF(SUBSTRING(MAX(open_interest) FROM 13), '') AS BIGINT) AS oi_close
  FROM TABLE(TUMBLE(TABLE numbered, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
  GROUP BY contract, window_start, window_end, window_time
),
changes AS (
  -- since the contract's last minute of the same day, or where there is none since its first trade
  SELECT
    contract, window_start, window_end, oi_close,
    price_close - LAG(price_close, 1, price_open) OVER day_so_far AS price_change,
    oi_close - LAG(oi_close, 1, oi_first) OVER day_so_far AS oi_change
  FROM minutes
  WINDOW day_so_far AS (PARTITION BY contract, trading_date ORDER BY window_time)
)
SELECT
  *,
  CASE
    WHEN price_change > 0 AND oi_change > 0 THEN 'LONG_BUILDUP'
    WHEN price_change < 0 AND oi_change > 0 THEN 'SHORT_BUILDUP'
    WHEN price_change > 0 AND oi_change < 0 THEN 'SHORT_COVERING'
    WHEN price_change < 0 AND oi_change < 0 THEN 'LONG_LIQUIDATION'
    WHEN price_change IS NOT NULL AND oi_change IS NOT NULL THEN 'NEUTRAL'
  END AS oi_signal
FROM changes;
