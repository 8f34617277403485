package io.rapport.identity;

import io.rapport.identity.config.IdentityConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The identity service. */
public final class IdentityApplication {

    private IdentityApplication() {}

    /** Starts it, configured by {@code identity.yaml} and the environment. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service, to be run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IdentityConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=identity");
    }
}
