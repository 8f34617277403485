package io.rapport.standalone.launcher;

import io.rapport.gateway.GatewayApplication;
import io.rapport.identity.IdentityApplication;
import io.rapport.ingest.IngestApplication;
import io.rapport.report.ReportApplication;
import io.rapport.scoring.ScoringApplication;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The gateway and the four services, in the order in which they are stopped: what takes requests in first. */
enum ServiceDefinition {
    GATEWAY(GatewayApplication::application, LoopbackPorts::gateway),
    INGEST(IngestApplication::application, LoopbackPorts::ingest),
    REPORT(ReportApplication::application, LoopbackPorts::report),
    IDENTITY(IdentityApplication::application, LoopbackPorts::identity),
    SCORING(ScoringApplication::application, LoopbackPorts::scoring);

    private final Supplier<SpringApplicationBuilder> application;
    private final ToIntFunction<LoopbackPorts> port;

    ServiceDefinition(Supplier<SpringApplicationBuilder> application, ToIntFunction<LoopbackPorts> port) {
        this.application = application;
        this.port = port;
    }

    SpringApplicationBuilder application() {
        return application.get();
    }

    int port(LoopbackPorts ports) {
        return port.applyAsInt(ports);
    }

    String baseUrl(LoopbackPorts ports) {
        return "http://127.0.0.1:" + port(ports);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
