package io.rapport.mongo;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** What a service imports to store documents by the driver's client. The service sets {@code spring.mongodb.uri}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/rapport/mongo/mongo.properties")
public class MongoClientConfiguration {

    /** The time limit of one operation, in seconds; of a cursor, that of each batch. */
    static final long OPERATION_SECONDS = 5;

    private static final long SERVER_SELECTION_SECONDS = 2;

    /**
     * Time limits of the client. Without them a request to a store that does not respond fails after 30 seconds or never, and
     * requests that wait for it hold all threads of the server.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer timeLimits() {
        return settings -> settings.timeout(OPERATION_SECONDS, TimeUnit.SECONDS)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout((int) SERVER_SELECTION_SECONDS, TimeUnit.SECONDS));
    }
}
