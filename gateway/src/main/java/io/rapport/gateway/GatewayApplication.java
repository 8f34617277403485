package io.rapport.gateway;

import io.rapport.gateway.config.GatewayConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The gateway as a process of its own. */
public final class GatewayApplication {

    private GatewayApplication() {}

    /** The application, to be run alone or with others in one JVM. It has no servlet container: it brings its own server. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(GatewayConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=gateway", "spring.main.keep-alive=true");
    }

    /** Starts the gateway. */
    public static void main(String[] args) {
        application().run(args);
    }
}
