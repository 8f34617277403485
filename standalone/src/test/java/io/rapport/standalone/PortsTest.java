package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void followFromTheBase() {
        assertThat(Ports.from(8080)).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8092, 8093, 8097));
    }

    @Test
    void areFreeOnesWhenThereIsNoBase() {
        Ports.from(0).requireFree();
    }

    @Test
    void refuseABaseThatDoesNotLeaveRoom() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Ports.from(65_530))
                .withMessageContaining("out of range");
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = taken.getLocalPort();
            var ports = new Ports(port, 0, 0, 0, 0, 0, 0);

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(ports::requireFree)
                    .withMessageContaining("Port " + port + " (report)")
                    .withMessageContaining("--port-base");
        }
    }
}
