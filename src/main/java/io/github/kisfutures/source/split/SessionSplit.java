package io.github.kisfutures.source.split;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One session: one app key and the contracts it carries. Holds the key's place in the list of
 * credentials, never the key.
 *
 * @param session name, unique in the job and the same after a restart
 * @param credential index into the configured credentials, from 0
 * @param placement the subtask that should run it, modulo their number; sessions that carry the
 *     same contracts have different ones
 * @param contracts short codes to register
 * @param restarts how often the job was restored since the session was first planned
 */
public record SessionSplit(
    String session, int credential, int placement, List<String> contracts, int restarts)
    implements SourceSplit, Serializable {

  /** Makes the list immutable. */
  public SessionSplit {
    Objects.requireNonNull(session, "session");
    contracts = List.copyOf(contracts);
  }

  @Override
  public String splitId() {
    return session;
  }

  /** The same session with another count of restarts. */
  public SessionSplit withRestarts(int others) {
    return new SessionSplit(session, credential, placement, contracts, others);
  }

  /** The session as a restored job will find it. */
  public SessionSplit afterRestart() {
    return withRestarts(restarts + 1);
  }
}
