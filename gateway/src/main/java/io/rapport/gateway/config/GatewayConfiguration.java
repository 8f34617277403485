package io.rapport.gateway.config;

import io.rapport.gateway.openapi.OpenApiClient;
import io.rapport.gateway.openapi.OpenApiHandler;
import io.rapport.gateway.proxy.GatewayServer;
import java.net.InetSocketAddress;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The application context of the gateway. Without auto-configuration: it needs none, and shares a JVM in standalone. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
public class GatewayConfiguration {

    @Bean(destroyMethod = "close")
    GatewayServer gatewayServer(GatewayProperties properties) {
        var document = new OpenApiHandler(new OpenApiClient(properties.backends()));
        return GatewayServer.start(
                new InetSocketAddress(properties.address(), properties.port()),
                properties.timeout(),
                properties.behindProxy(),
                properties.backends(),
                document);
    }
}
