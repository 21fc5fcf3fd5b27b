package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.serialization.Nullables;
import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link AlertRule}. */
public final class AlertRuleSerializer extends VersionedSerializer<AlertRule> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

  /** Type information of {@link AlertRule}. */
  public static final TypeInformation<AlertRule> TYPE =
      new VersionedType<>(AlertRule.class, new AlertRuleSerializer());

  /** Writes and reads the current version. */
  public AlertRuleSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public AlertRuleSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(AlertRule rule, DataOutputView out) throws IOException {
    out.writeUTF(rule.name());
    out.writeUTF(rule.metric().word().toUpperCase(Locale.ROOT));
    out.writeInt(rule.contracts().size());
    for (String contract : rule.sortedContracts()) {
      out.writeUTF(contract);
    }
    out.writeLong(rule.window().toMillis());
    out.writeUTF(rule.condition().name());
    Nullables.writeDecimal(rule.threshold(), out);
    Nullables.writeDecimal(rule.clearThreshold(), out);
    out.writeInt(rule.bars());
    out.writeUTF(rule.severity().name());
    out.writeInt(rule.hours().fromSecond());
    out.writeInt(rule.hours().toSecond());
  }

  @Override
  protected AlertRule read(DataInputView in, int version) throws IOException {
    String name = in.readUTF();
    AlertMetric metric = new AlertMetric(in.readUTF().toLowerCase(Locale.ROOT));
    Set<String> contracts = new HashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      contracts.add(in.readUTF());
    }
    return new AlertRule(
        name,
        metric,
        contracts,
        Duration.ofMillis(in.readLong()),
        Condition.valueOf(in.readUTF()),
        readAmount(in),
        readAmount(in),
        in.readInt(),
        Severity.valueOf(in.readUTF()),
        version == 1 ? Hours.ALWAYS : new Hours(in.readInt(), in.readInt()));
  }

  private static BigDecimal readAmount(DataInputView in) throws IOException {
    return Objects.requireNonNull(Nullables.readDecimal(AlertRule.SCALE, in), "amount");
  }
}
