package io.github.kisfutures.serialization;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** How values that may be null are laid out: one byte says whether, or in how many bytes. */
public final class Nullables {
  private Nullables() {}

  /** Writes a long that may be null. */
  public static void writeLong(@Nullable Long value, DataOutputView out) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value);
    }
  }

  /** Reads what {@link #writeLong} wrote. */
  public static @Nullable Long readLong(DataInputView in) throws IOException {
    return in.readBoolean() ? in.readLong() : null;
  }

  /** Writes a decimal that may be null, without its scale. */
  public static void writeDecimal(@Nullable BigDecimal value, DataOutputView out)
      throws IOException {
    if (value == null) {
      out.writeByte(0);
      return;
    }
    byte[] unscaled = value.unscaledValue().toByteArray();
    out.writeByte(unscaled.length);
    out.write(unscaled);
  }

  /** Reads what {@link #writeDecimal} wrote, and gives it the scale it had. */
  public static @Nullable BigDecimal readDecimal(int scale, DataInputView in) throws IOException {
    byte[] unscaled = new byte[in.readUnsignedByte()];
    if (unscaled.length == 0) {
      return null;
    }
    in.readFully(unscaled);
    return new BigDecimal(new BigInteger(unscaled), scale);
  }
}
