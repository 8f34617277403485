package io.rapport.standalone;

import io.rapport.identity.IdentityApplication;
import io.rapport.ingest.IngestApplication;
import io.rapport.report.ReportApplication;
import io.rapport.scoring.ScoringApplication;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The four services, in the order in which they are stopped: who lets new work in goes first. */
enum Service {
    INGEST(IngestApplication::application, Ports::ingest),
    REPORT(ReportApplication::application, Ports::report),
    IDENTITY(IdentityApplication::application, Ports::identity),
    SCORING(ScoringApplication::application, Ports::scoring);

    private final Supplier<SpringApplicationBuilder> application;
    private final ToIntFunction<Ports> port;

    Service(Supplier<SpringApplicationBuilder> application, ToIntFunction<Ports> port) {
        this.application = application;
        this.port = port;
    }

    SpringApplicationBuilder application() {
        return application.get();
    }

    int port(Ports ports) {
        return port.applyAsInt(ports);
    }

    String baseUrl(Ports ports) {
        return "http://127.0.0.1:" + port(ports);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
