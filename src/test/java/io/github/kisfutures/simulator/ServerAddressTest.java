package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ServerAddressTest {
  @Test
  void isWrittenForClients() throws Exception {
    assertThat(ServerAddress.uri("ws", address("127.0.0.1"))).hasToString("ws://127.0.0.1:21000");
    assertThat(ServerAddress.uri("http", address("::1")))
        .hasToString("http://[0:0:0:0:0:0:0:1]:21000");
  }

  @Test
  void isWrittenForMessages() throws Exception {
    assertThat(ServerAddress.text(address("::1"))).isEqualTo("loopback port 21000");
    assertThat(ServerAddress.text(address("0.0.0.0"))).isEqualTo("0.0.0.0 port 21000");
  }

  private static InetSocketAddress address(String host) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host), 21_000);
  }
}
