package io.rapport.ingest;

import io.rapport.ingest.config.IngestConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The ingest service. */
public final class IngestApplication {

    private IngestApplication() {}

    /** Starts it, configured by {@code ingest.yaml} and the environment. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service, to be run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IngestConfiguration.class).properties("spring.config.name=ingest");
    }
}
