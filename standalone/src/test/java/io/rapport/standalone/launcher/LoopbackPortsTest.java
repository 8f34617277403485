package io.rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

    @Test
    void portsFollowFromTheBase() {
        assertThat(LoopbackPorts.from(8080))
                .isEqualTo(new LoopbackPorts(8080, 8081, 8082, 8083, 8084, 8092, 8093, 8097));
    }

    @Test
    void withoutABaseFreePortsAreChosen() {
        LoopbackPorts.from(0).requireFree();
    }

    @Test
    void aBaseWithoutRoomForAllPortsIsRefused() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> LoopbackPorts.from(65_530))
                .withMessageContaining("out of range");
    }

    @Test
    void theMessageNamesThePortInUse() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = socket.getLocalPort();
            var ports = new LoopbackPorts(port, 0, 0, 0, 0, 0, 0, 0);

            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(ports::requireFree)
                    .withMessageContaining("Port " + port + " (gateway)")
                    .withMessageContaining("--port-base");
        }
    }
}
