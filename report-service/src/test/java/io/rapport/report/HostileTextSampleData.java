package io.rapport.report;

import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.judged;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static io.rapport.report.ReportTestEvents.spread;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import io.rapport.test.HostileText;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A brand whose people, handles and clients have hostile names and are owed a reply. */
public final class HostileTextSampleData {

    public static final BrandKey ODD = new BrandKey("odd", "brand");
    private static final Instant AT = Instant.parse("2025-05-02T10:00:00Z");

    private HostileTextSampleData() {}

    /** Publishes the sample. */
    public static void publishTo(ReportServer server) {
        server.register(ODD, HostileText.BIDI_OVERRIDE);
        server.publish(brandDay(ODD, DAY, 1, 40)).publish(spread(ODD, DAY, 1, null));
        for (var i = 0; i < HostileText.all().size(); i++) {
            var name = HostileText.all().get(i);
            var key = new HandleKey(ODD, "x", "odd" + i);
            server.publish(relationship("odd" + i)
                    .of(ODD)
                    .strong(80 - i)
                    .waiting(AT.plusSeconds(i))
                    .state());
            server.publish(handle(
                    key,
                    person("odd" + i),
                    1,
                    HandleProfileBuilder.builder()
                            .name(name)
                            .displayName(name)
                            .url("https://x.example/odd" + i)
                            .location(name)
                            .build()));
            server.publish(PersonDescribedBuilder.builder()
                    .agency(ODD.agency())
                    .brand(ODD.brand())
                    .person(person("odd" + i))
                    .name(name)
                    .client(true)
                    .clientId("c" + i)
                    .since(AT)
                    .distinctFrom(List.of())
                    .decisions(List.of())
                    .version(1)
                    .at(AT)
                    .build());
            var row = ClientListedBuilder.builder()
                    .agency(ODD.agency())
                    .brand(ODD.brand())
                    .client("c" + i)
                    .name(name)
                    .handles(List.of())
                    .fields(Map.of())
                    .at(AT)
                    .build();
            server.publish(Topic.CLIENT_LISTED, ODD.key("c" + i), row, 1);
            var said = engagement(key, "says-" + i, AT, EngagementKind.COMMENT);
            server.publish(said).publish(judged(said, 0.7, AT));
        }
    }
}
