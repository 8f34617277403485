package io.rapport.report.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.outbound.AddressGuard;
import io.rapport.web.outbound.OutboundFailedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedWebhookClientTest {

    /** A name whose address is public when the webhook is saved, and internal when it is delivered to. */
    private boolean rebound;

    private final GuardedWebhookClient client =
            new GuardedWebhookClient(new AddressGuard(this::resolve, false), false, Duration.ofSeconds(5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/in",
                "https://localhost/in",
                "https://10.1.2.3/in",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/in",
                "https://[::ffff:192.168.0.1]/in",
                "https://intranet.example/in",
                "http://public.example/in",
                "https://user:password@public.example/in",
                "file:///etc/passwd",
                "https:///in",
                "not an address"
            })
    void addressesThatAreNotPublicAreRefused(String url) {
        assertThatThrownBy(() -> client.requireAllowed(url)).isInstanceOf(OutboundFailedException.class);
        assertThatThrownBy(() -> client.post(url, Map.of(), new byte[0])).isInstanceOf(OutboundFailedException.class);
    }

    @Test
    void aNameIsCheckedAgainForEachDelivery() {
        client.requireAllowed("https://rebound.example/in");
        rebound = true;
        assertThatThrownBy(() -> client.post("https://rebound.example/in", Map.of(), new byte[0]))
                .isInstanceOf(OutboundFailedException.class)
                .hasMessageContaining("internal address");
    }

    @Test
    void aResponseIsReadUpToItsHeaders() {
        try (var target = new WebhookTarget(delivery -> 503);
                var local = new GuardedWebhookClient(
                        new AddressGuard(InetAddress::getAllByName, true), true, Duration.ofSeconds(20))) {
            var response = local.post(target.url(), Map.of("webhook-id", "msg_1"), new byte[] {'{', '}'});
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.failure()).isEqualTo("localhost answered 503.");
            assertThat(target.received.get(0).body()).isEqualTo("{}");
        }
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "public.example" -> InetAddress.getAllByName("93.184.216.34");
            case "intranet.example" -> InetAddress.getAllByName("172.16.0.9");
            case "rebound.example" -> InetAddress.getAllByName(rebound ? "127.0.0.1" : "93.184.216.34");
            default -> InetAddress.getAllByName(host);
        };
    }
}
