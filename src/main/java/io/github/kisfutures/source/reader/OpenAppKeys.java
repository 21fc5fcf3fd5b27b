package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.SessionState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

/**
 * The sessions of this process, so that two which want the same app key can tell that they wait for
 * each other. It keeps a digest of the key and of the server, never the key, and does not keep a
 * session alive; a closed one does not count.
 */
final class OpenAppKeys {
  private static final Map<FeedSession, String> SESSIONS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private OpenAppKeys() {}

  /** A session was opened with that key. */
  static void opened(URI server, Credentials key, FeedSession session) {
    SESSIONS.put(session, digest(server, key));
  }

  /** How many sessions are open with that key. */
  static long sessions(URI server, Credentials key) {
    String digest = digest(server, key);
    synchronized (SESSIONS) {
      return SESSIONS.entrySet().stream()
          .filter(entry -> Objects.equals(entry.getValue(), digest))
          .filter(entry -> entry.getKey().state() != SessionState.CLOSED)
          .count();
    }
  }

  private static String digest(URI server, Credentials key) {
    try {
      byte[] text = (server + "\n" + key.appKey()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
