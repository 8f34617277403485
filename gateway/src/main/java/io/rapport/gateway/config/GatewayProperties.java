package io.rapport.gateway.config;

import io.rapport.gateway.route.UpstreamService;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gateway.
 *
 * @param port the port of the one address; 0 for a free one
 * @param address the network address it listens on
 * @param timeout how long a service may take to begin a response, from the last byte of the request
 * @param behindProxy keeps the forwarding headers of requests, because a trusted proxy in front sets them
 * @param backends the base URL of each service, reachable from the gateway
 */
@ConfigurationProperties("rapport.gateway")
record GatewayProperties(
        @DefaultValue("8080") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("2m") Duration timeout,
        @DefaultValue("false") boolean behindProxy,
        Map<UpstreamService, URI> backends) {

    GatewayProperties {
        for (var service : UpstreamService.values()) {
            var url = backends.get(service);
            if (url == null || url.getScheme() == null || url.getHost() == null) {
                throw new IllegalArgumentException("rapport.gateway.backends." + service
                        + " must be the base URL of the service, such as http://" + service + ":8080");
            }
        }
        backends = Map.copyOf(backends);
    }
}
