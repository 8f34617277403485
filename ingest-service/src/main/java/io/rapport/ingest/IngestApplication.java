package io.rapport.ingest;

import io.rapport.ingest.config.IngestConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The ingest service. */
public final class IngestApplication {

    private IngestApplication() {}

    /** Starts the service, configured by {@code ingest.yaml} and the environment. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Returns the application builder, for a JVM of its own or a JVM shared with other services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IngestConfiguration.class).properties("spring.config.name=ingest");
    }
}
