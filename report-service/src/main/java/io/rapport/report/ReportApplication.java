package io.rapport.report;

import io.rapport.report.config.ReportConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The report service as a process of its own. */
public final class ReportApplication {

    private ReportApplication() {}

    /** The application, to be run alone or with others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ReportConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=report");
    }

    /** Starts the service. */
    public static void main(String[] args) {
        application().run(args);
    }
}
