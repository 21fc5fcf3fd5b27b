package io.github.kisfutures.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.junit.jupiter.api.Test;

class VersionedSerializerSnapshotTest {
  private static final int CURRENT = 3;

  private static TypeSerializerSnapshot<Integer> stored(int version) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(Numbers.class.getName());
    out.writeInt(version);
    VersionedSerializerSnapshot<Integer> snapshot = new VersionedSerializerSnapshot<>();
    snapshot.readSnapshot(
        1, new DataInputDeserializer(out.getCopyOfBuffer()), Numbers.class.getClassLoader());
    return snapshot;
  }

  @Test
  void olderStateIsMigratedByASerializerThatReadsIt() throws IOException {
    TypeSerializerSnapshot<Integer> old = stored(1);
    assertThat(new Numbers().snapshotConfiguration().resolveSchemaCompatibility(old))
        .matches(compatibility -> compatibility.isCompatibleAfterMigration());
    assertThat(old.restoreSerializer()).isEqualTo(new Numbers(1));
    assertThat(new Numbers().snapshotConfiguration().resolveSchemaCompatibility(stored(CURRENT)))
        .matches(compatibility -> compatibility.isCompatibleAsIs());
  }

  @Test
  void newerStateIsRefusedWithBothVersions() throws IOException {
    TypeSerializerSnapshot<Integer> newer = stored(CURRENT + 1);
    assertThatThrownBy(
            () -> new Numbers().snapshotConfiguration().resolveSchemaCompatibility(newer))
        .hasMessageContainingAll("Numbers", "version 4", "versions 1 to 3");
    assertThatThrownBy(newer::restoreSerializer)
        .hasMessageContainingAll("Numbers", "version 4", "versions 1 to 3");
  }

  /** A number in as many bytes as its version says. */
  public static final class Numbers extends VersionedSerializer<Integer> {
    private static final long serialVersionUID = 1L;

    public Numbers() {
      this(CURRENT);
    }

    public Numbers(int version) {
      super(version);
    }

    @Override
    public int currentVersion() {
      return CURRENT;
    }

    @Override
    protected void write(Integer value, DataOutputView out) throws IOException {
      out.writeInt(value);
    }

    @Override
    protected Integer read(DataInputView in, int version) throws IOException {
      return version < CURRENT ? in.readShort() : in.readInt();
    }
  }
}
