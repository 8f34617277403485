package io.rapport.scoring;

import io.rapport.scoring.config.ScoringConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The scoring service. */
public final class ScoringApplication {

    private ScoringApplication() {}

    /** Starts the service with the configuration in {@code scoring.yaml} and the environment. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Returns the application builder, to run the service alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ScoringConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=scoring");
    }
}
