package io.rapport.report;

import io.rapport.report.config.ReportConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The report service on its own. */
public final class ReportApplication {

    private ReportApplication() {}

    /** The service, to be run here or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ReportConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=report");
    }

    /** Runs it. */
    public static void main(String[] args) {
        application().run(args);
    }
}
