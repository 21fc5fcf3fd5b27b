package io.github.kisfutures.analytics;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.LateTrade;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of {@link Analytics#build}.
 *
 * @param trades the accepted trades: no duplicates, late ones included
 * @param gaps holes in the volume, each once
 * @param lateTrades trades that came after one of their windows had closed
 * @param bars one per contract and window with a trade
 */
public record AnalyticsStreams(
    DataStream<StockFuturesTrade> trades,
    DataStream<Gap> gaps,
    DataStream<LateTrade> lateTrades,
    DataStream<Bar> bars) {}
