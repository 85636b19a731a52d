package io.github.cucmcerts.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cucmcerts.fixture.Server;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connects to addresses of this computer. */
@Timeout(120)
class ConnectorTest {
    private static final Duration PATIENT = Duration.ofSeconds(60);

    @Test
    void theFailureOfEachAddressIsShown() throws IOException {
        int port = freePort();
        Connector.NotConnected failed = failed(connector("127.0.0.1", "::1"), port);
        assertThat(failed)
                .hasMessage("127.0.0.1:" + port + ": Connection refused; [0:0:0:0:0:0:0:1]:" + port
                        + ": Connection refused");
        assertThat(failed.isRefused()).isTrue();
    }

    @Test
    void aLaterAddressIsUsedIfTheFirstOneRefuses() throws IOException {
        try (Server server = Server.talking("127.0.0.1", socket -> {});
                Socket socket = connector("::1", "127.0.0.1").connect(new HostPort("cucm-pub", server.port()))) {
            assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aSearchForAnAddressThatDoesNotEndIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        Connector connector = new Connector(Duration.ofMillis(1), host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        Connector.NotConnected failed = failed(connector, 1);
        never.countDown();
        assertThat(failed).hasMessage("no address was found within 0 s");
        assertThat(failed.isRefused()).isFalse();
    }

    /** Java reports both with the same exception. */
    @Test
    void aTimeLimitOfTheOperatingSystemIsNoRefusal() {
        assertThat(Connector.isRefusal(new ConnectException("Connection refused")))
                .isTrue();
        assertThat(Connector.isRefusal(new ConnectException("Connection timed out")))
                .isFalse();
    }

    @Test
    void anUnknownHostIsShown() {
        Connector connector = new Connector(PATIENT, host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> connector.connect(new HostPort("cucm-pub", 1)))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("cucm-pub");
    }

    private static Connector.NotConnected failed(Connector connector, int port) {
        return catchThrowableOfType(
                Connector.NotConnected.class, () -> connector.connect(new HostPort("cucm-pub", port)));
    }

    private static Connector connector(String... addresses) {
        return new Connector(PATIENT, host -> {
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses) {
                all.add(InetAddress.getByName(address));
            }
            return all;
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
