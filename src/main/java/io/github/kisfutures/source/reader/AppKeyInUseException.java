package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.CredentialsReference;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * Two scans want the same app key, which carries one session: starting them again would not help.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class AppKeyInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AppKeyInUseException(CredentialsReference credentials) {
    super(
        "KIS refuses a second session (OPSP8996) on an app key of 'credentials' = '"
            + credentials.location()
            + "' that another scan in this process holds: scans with different WHEREs on the"
            + " contract share no session, so give them one (contract = '...' OR contract = '...') or"
            + " filters that stay with Flink (contract LIKE 'A11610'), end the other query, or give"
            + " the second scan a table with other 'credentials'");
  }
}
