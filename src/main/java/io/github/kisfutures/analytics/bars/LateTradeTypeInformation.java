package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of {@link LateTrade}, built on that of the trades. */
public final class LateTradeTypeInformation extends TypeInformation<LateTrade> {
  private static final long serialVersionUID = 1L;

  private final TypeInformation<StockFuturesTrade> tradeType;

  /** On the trades' own type information. */
  public LateTradeTypeInformation(TypeInformation<StockFuturesTrade> tradeType) {
    this.tradeType = tradeType;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<LateTrade> getTypeClass() {
    return LateTrade.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<LateTrade> createSerializer(SerializerConfig config) {
    return new LateTradeSerializer(tradeType.createSerializer(config));
  }

  @Override
  public String toString() {
    return "LateTrade(" + tradeType + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LateTradeTypeInformation that
        && that.canEqual(this)
        && tradeType.equals(that.tradeType);
  }

  @Override
  public int hashCode() {
    return tradeType.hashCode() + 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof LateTradeTypeInformation;
  }
}
