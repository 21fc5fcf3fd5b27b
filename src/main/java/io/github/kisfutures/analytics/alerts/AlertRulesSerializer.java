package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link AlertRules}. */
public final class AlertRulesSerializer extends VersionedSerializer<AlertRules> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

  /** Type information of {@link AlertRules}. */
  public static final TypeInformation<AlertRules> TYPE =
      new VersionedType<>(AlertRules.class, new AlertRulesSerializer());

  /** Writes and reads the current version. */
  public AlertRulesSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public AlertRulesSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(AlertRules rules, DataOutputView out) throws IOException {
    out.writeInt(rules.rules().size());
    for (AlertRule rule : rules.rules()) {
      new AlertRuleSerializer().serialize(rule, out);
    }
  }

  @Override
  protected AlertRules read(DataInputView in, int version) throws IOException {
    AlertRuleSerializer serializer = new AlertRuleSerializer(version);
    List<AlertRule> rules = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      rules.add(serializer.deserialize(in));
    }
    return new AlertRules(rules);
  }
}
