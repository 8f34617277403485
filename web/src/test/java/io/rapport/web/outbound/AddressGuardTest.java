package io.rapport.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(InetAddress::getAllByName, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "2130706433",
                "127.1",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2001:0:1::1",
                "2001:db8::1"
            })
    void internalAddressesAreRefused(String host) {
        assertThatThrownBy(() -> guard.resolve(host))
                .isInstanceOf(OutboundFailedException.class)
                .hasMessageContaining("internal address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.3.1",
                "2a00:1450:4001::1",
                "2002:808:808::",
                "::ffff:8.8.8.8"
            })
    void publicAddressesAreReached(String host) {
        assertThat(guard.resolve(host)).hasSize(1);
    }

    @Test
    void aNameWithOneInternalAddressIsRefused() {
        var mixed = new AddressGuard(
                host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")}, false);

        assertThatThrownBy(() -> mixed.resolve("rebind.example.org")).hasMessageContaining("internal address");
    }

    @Test
    void anUnknownNameIsToldApart() {
        var none = new AddressGuard(
                host -> {
                    throw new UnknownHostException(host);
                },
                false);

        assertThatThrownBy(() -> none.resolve("nowhere.example.org")).hasMessageContaining("not known");
    }

    @Test
    void theTestSwitchAllowsLoopbackOnly() {
        var loopback = new AddressGuard(InetAddress::getAllByName, true);

        assertThat(loopback.resolve("127.0.0.1")).hasSize(1);
        assertThatThrownBy(() -> loopback.resolve("169.254.169.254")).isInstanceOf(OutboundFailedException.class);
        assertThatThrownBy(() -> loopback.resolve("10.0.0.1")).isInstanceOf(OutboundFailedException.class);
    }

    @Test
    void otherSchemesAndUserNamesAreRefused() {
        for (var uri :
                List.of("file:///etc/passwd", "gopher://x/", "http://user@x/", "x", "http:///x", "jar:http://x!/")) {
            assertThatThrownBy(() -> HttpTarget.of(URI.create(uri)))
                    .as(uri)
                    .isInstanceOf(OutboundFailedException.class);
        }
    }
}
