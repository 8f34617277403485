package io.rapport.report;

import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.profile;
import static io.rapport.report.ReportTestEvents.relationship;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.List;

/** A brand with a few people, some with hostile names. */
public final class PeopleSampleData {

    public static final BrandKey QUIET = new BrandKey("north", "quiet");
    public static final String ENDLESS = "Endless " + "name".repeat(2500);
    public static final String SCRIPT = "<script>alert('owned')</script>";
    public static final String TURNED = "\u202Eأحمد المهندس\u202E";
    public static final String WITH_GAPS = "Zoë\u200B\u200B Zero";

    private PeopleSampleData() {}

    /** Publishes the sample. */
    public static void publishTo(ReportServer server) {
        server.register(ReportTestEvents.ACME, "Acme & Söhne <b>Coffee</b>").register(QUIET, "Quiet");
        server.publish(brandDay(ReportTestEvents.ACME, DAY.minusDays(30), 1, 40))
                .publish(brandDay(ReportTestEvents.ACME, DAY, 2, 120));
        known(server, "anna", "Anna Lindqvist", 88);
        known(server, "script", SCRIPT, 70);
        known(server, "turned", TURNED, 64);
        known(server, "gaps", WITH_GAPS, 41);
        known(server, "endless", ENDLESS, 33);
        known(server, "nameless", null, 20);
        server.publish(relationship("unheard-of").strong(5).state());
        server.publish(handle("blog", "anna-writes", person("anna"), 1));
        server.publish(profile(person("ann"), "Ann L.", person("anna"), 2));
        var at = Instant.parse("2025-05-04T10:00:00Z");
        var kinds = List.of(EngagementKind.COMMENT, EngagementKind.REPLY, EngagementKind.SHARE, EngagementKind.COMMENT);
        for (var i = 0; i < 60; i++) {
            server.publish(engagement(
                    new HandleKey(ReportTestEvents.ACME, "x", "anna"),
                    "a" + i,
                    at.minusSeconds(i * 90_000L),
                    kinds.get(i % 4)));
        }
    }

    private static void known(ReportServer server, String id, String name, double strength) {
        server.publish(
                relationship(id).on(DAY.minusDays(40)).strong(strength / 2).state());
        server.publish(relationship(id)
                .number(2)
                .strong(strength)
                .after(DAY.minusDays(40))
                .state());
        server.publish(handle("x", id, person(id), 1));
        server.publish(profile(person(id), name, null, 1));
    }
}
