-- Three minutes or more in a row in which the price fell while open interest rose: somebody builds up
-- shorts. On any table ticks, one row for each run of such minutes, as soon as it has ended.
-- An open interest of null or 0 says nothing: the day's last known value goes on, and so ends a run.

WITH numbered AS (
  SELECT
    contract, event_time,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || CAST(price AS STRING) AS price,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || CAST(NULLIF(open_interest, 0) AS STRING) AS open_interest
  FROM ticks
),
minutes AS (
  -- last by cumulative volume, which stands before the value filled with zeros
  SELECT
    contract, window_start, window_end, window_time,
    -- days since 1970 in Korea, whatever table.local-time-zone says
    (UNIX_TIMESTAMP(DATE_FORMAT(window_start, 'yyyy-MM-dd HH:mm:ss')) + 9 * 3600) / 86400 AS trading_date,
    CAST(SUBSTRING(MAX(price) FROM 13) AS BIGINT) AS price_close,
    CAST(SUBSTRING(MAX(open_interest) FROM 13) AS BIGINT) AS oi_last
  FROM TABLE(TUMBLE(TABLE numbered, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
  GROUP BY contract, window_start, window_end, window_time
),
known AS (
  SELECT
    contract, window_start, window_end, window_time, price_close,
    LAST_VALUE(oi_last) OVER (PARTITION BY contract, trading_date ORDER BY window_time) AS oi_close
  FROM minutes
)
SELECT *
FROM known
MATCH_RECOGNIZE (
  PARTITION BY contract
  ORDER BY window_time
  MEASURES
    FIRST(BUILDUP.window_start) AS run_start,
    LAST(BUILDUP.window_end) AS run_end,
    LAST(BUILDUP.price_close) - BEFORE_IT.price_close AS price_change,
    LAST(BUILDUP.oi_close) - BEFORE_IT.oi_close AS oi_change
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO LAST BUILDUP
  PATTERN (BEFORE_IT BUILDUP{3,} ANYTHING_ELSE)
  DEFINE
    BUILDUP AS
      BUILDUP.price_close < LAST(BUILDUP.price_close, 1) AND BUILDUP.oi_close > LAST(BUILDUP.oi_close, 1)
      OR LAST(BUILDUP.price_close, 1) IS NULL
        AND BUILDUP.price_close < BEFORE_IT.price_close AND BUILDUP.oi_close > BEFORE_IT.oi_close
);
