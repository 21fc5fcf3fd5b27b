package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.serialization.Nullables.readDecimal;
import static io.github.kisfutures.serialization.Nullables.readLong;
import static io.github.kisfutures.serialization.Nullables.writeDecimal;
import static io.github.kisfutures.serialization.Nullables.writeLong;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Serializer of {@link Bar}: its columns in their order. */
public final class BarSerializer extends VersionedSerializer<Bar> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;
  private static final int WON = 0;
  private static final int BASIS = 2;
  private static final int MEAN = 4;

  /** Type information of {@link Bar}. */
  public static final TypeInformation<Bar> TYPE =
      new VersionedType<>(Bar.class, new BarSerializer());

  /** Writes and reads the current version. */
  public BarSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public BarSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(Bar bar, DataOutputView out) throws IOException {
    out.writeUTF(bar.contract());
    out.writeLong(bar.windowStart().toEpochMilli());
    out.writeLong(bar.windowEnd().toEpochMilli());
    out.writeLong(bar.tradingDate().toEpochDay());
    out.writeLong(bar.trades());
    writePrices(bar, out);
    writeBasis(bar, out);
    writeOpenInterest(bar, out);
    writeLong(bar.buyVolume(), out);
    writeLong(bar.sellVolume(), out);
    writeLong(bar.bestAsk(), out);
    writeLong(bar.bestBid(), out);
  }

  private static void writePrices(Bar bar, DataOutputView out) throws IOException {
    out.writeLong(bar.open());
    out.writeLong(bar.high());
    out.writeLong(bar.low());
    out.writeLong(bar.close());
    out.writeLong(bar.priceChange());
    out.writeLong(bar.volume());
    writeDecimal(bar.turnover(), out);
    writeDecimal(bar.vwap(), out);
    writeDecimal(bar.vwapObserved(), out);
    writeDecimal(bar.sessionVwap(), out);
    out.writeLong(bar.missedVolume());
    out.writeBoolean(bar.complete());
  }

  private static void writeBasis(Bar bar, DataOutputView out) throws IOException {
    writeDecimal(bar.basisOpen(), out);
    writeDecimal(bar.basisHigh(), out);
    writeDecimal(bar.basisLow(), out);
    writeDecimal(bar.basisClose(), out);
    writeDecimal(bar.basisMean(), out);
    writeDecimal(bar.basisDrift(), out);
    writeDecimal(bar.basisSlope(), out);
    writeDecimal(bar.theoreticalBasis(), out);
    writeDecimal(bar.mispricing(), out);
    writeDecimal(bar.mispricingMean(), out);
    writeDecimal(bar.disparity(), out);
  }

  private static void writeOpenInterest(Bar bar, DataOutputView out) throws IOException {
    writeLong(bar.oiOpen(), out);
    writeLong(bar.oiClose(), out);
    writeLong(bar.oiChange(), out);
    writeLong(bar.oiChangeDay(), out);
    OiSignal signal = bar.oiSignal();
    out.writeUTF(signal == null ? "" : signal.name());
  }

  @Override
  protected Bar read(DataInputView in, int version) throws IOException {
    return new Bar(
        in.readUTF(),
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        LocalDate.ofEpochDay(in.readLong()),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        readTurnover(in),
        readDecimal(MEAN, in),
        readDecimal(MEAN, in),
        readDecimal(MEAN, in),
        in.readLong(),
        in.readBoolean(),
        readDecimal(BASIS, in),
        readDecimal(BASIS, in),
        readDecimal(BASIS, in),
        readDecimal(BASIS, in),
        readDecimal(MEAN, in),
        readDecimal(BASIS, in),
        readDecimal(MEAN, in),
        readDecimal(BASIS, in),
        readDecimal(BASIS, in),
        readDecimal(MEAN, in),
        readDecimal(BASIS, in),
        readLong(in),
        readLong(in),
        readLong(in),
        readLong(in),
        readSignal(in),
        readLong(in),
        readLong(in),
        readLong(in),
        readLong(in));
  }

  private static BigDecimal readTurnover(DataInputView in) throws IOException {
    return Objects.requireNonNull(readDecimal(WON, in), "turnover");
  }

  private static @Nullable OiSignal readSignal(DataInputView in) throws IOException {
    String name = in.readUTF();
    return name.isEmpty() ? null : OiSignal.valueOf(name);
  }
}
