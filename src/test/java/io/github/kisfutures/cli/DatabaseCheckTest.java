package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
  /** As a job's jar that is submitted to a cluster's web UI for the second time. */
  @Test
  void anotherClassLoaderHasItsOwnDriver() throws Exception {
    String url;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/kis";
    }
    DriverManager.getDriver(url); // the drivers of this class loader are registered now
    try (URLClassLoader second =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Method check =
          second
              .loadClass(DatabaseCheck.class.getName())
              .getDeclaredMethod("check", String.class, Map.class);
      check.setAccessible(true);

      assertThatThrownBy(() -> check.invoke(null, "bars", Map.of("url", url)))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageContaining("cannot connect to " + url)
          .hasMessageContaining("refused");
    }
  }

  @Test
  void anAddressWithoutDriver() {
    assertThatThrownBy(() -> DatabaseCheck.check("bars", Map.of("url", "jdbc:nobody:x")))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("no driver");
  }

  private static URL[] classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .map(DatabaseCheckTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
