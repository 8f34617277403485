package io.rapport.report;

import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.brandPost;
import static io.rapport.report.ReportTestEvents.content;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.judged;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.post;
import static io.rapport.report.ReportTestEvents.relationship;
import static io.rapport.report.ReportTestEvents.replyOf;
import static io.rapport.report.ReportTestEvents.spread;
import static io.rapport.report.ReportTestEvents.valuedDay;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A brand with figures of every kind: spread, value, service and content. */
public final class FiguresSampleData {

    public static final BrandKey CAFE = new BrandKey("east", "cafe");
    public static final BrandKey SILENT = new BrandKey("east", "silent");
    public static final String ALERT = "Bad word reproduces: R 1.60 over 20 messages <now>";

    private static final Instant AT = Instant.parse("2025-05-04T10:00:00Z");

    private FiguresSampleData() {}

    /** Publishes the sample. */
    public static void publishTo(ReportServer server) {
        server.register(CAFE, "Café Nord");
        server.publish(brandDay(CAFE, DAY.minusDays(5), 1, 40)).publish(valuedDay(CAFE, DAY, 2));
        server.publish(spread(CAFE, DAY.minusDays(3), 1, null)).publish(spread(CAFE, DAY, 2, ALERT));
        known(server, "lena", "Lena Vogt", 82, Instant.parse("2025-05-01T08:00:00Z"));
        known(server, "ola", "Ola Nordmann", 45, Instant.parse("2025-05-03T17:20:00Z"));
        known(server, "kim", "Kim Sun", 12, Instant.parse("2025-05-04T06:05:00Z"));
        sell(server, "lena");
        server.publish(relationship("done").of(CAFE).strong(66).state());
        server.publish(content(CAFE, "x", DAY.minusDays(3), post("a", 1.0, false, "roasting")));
        server.publish(content(CAFE, "x", DAY, post("bee", 2.5, false, "roasting"), post("a", 1.5, false, "roasting")));
        server.publish(brandPost(CAFE, "x", "bee", "We roast <b>on Sunday</b>, too"));
        server.publish(EngagementReceivedBuilder.builder(brandPost(CAFE, "x", "ad", "Boosted"))
                .content(new EngagementContent("Spring <i>menu</i>", null, null, null, true, null))
                .build());
        server.publish(content(CAFE, "mastodon", DAY, post("cc", null, false), post("deed", 0.5, true, "sale")));
        buyer(server);
        for (var id : List.of(
                "lena-asks", "lena-answer", "lena-thanks", "ola-smiles", "ola-decides", "kim-crowd", "kim-lost")) {
            var kind = id.endsWith("answer") ? EngagementKind.REPLY : EngagementKind.COMMENT;
            var handle = new HandleKey(CAFE, "x", id.substring(0, id.indexOf('-')));
            var at = AT.plusSeconds(id.length());
            var said = id.endsWith("answer") ? replyOf("Kari", handle, id, at) : engagement(handle, id, at, kind);
            server.publish(id.equals("lena-thanks") ? aboutPost(said) : said);
            if (id.equals("lena-asks")) {
                server.publish(judged(engagement(handle, id, AT, kind), -0.6, AT));
            } else if (id.equals("lena-thanks") || id.equals("ola-smiles")) {
                server.publish(judged(engagement(handle, id, AT, kind), 0.7, AT));
            }
        }
    }

    /** The engagement as a reply to the post {@code bee}. */
    private static EngagementReceived aboutPost(EngagementReceived engagement) {
        return EngagementReceivedBuilder.builder(engagement)
                .object(new MessageRef("m-thanks", "bee", null, null, null, null))
                .build();
    }

    /** A person with two purchases, to one of which another person referred them, and a meeting. */
    private static void buyer(ReportServer server) {
        var handle = new HandleKey(CAFE, "x", "bea");
        server.publish(handle(
                handle,
                person("bea"),
                1,
                HandleProfileBuilder.builder().name("bea").build()));
        for (var amount : List.of("120.00", "29.50")) {
            server.publish(EngagementReceivedBuilder.builder(
                            engagement(handle, "bought-" + amount, AT, EngagementKind.PURCHASE))
                    .value(new EngagementValue(
                            new BigDecimal(amount), "EUR", null, null, null, amount.equals("120.00") ? "lena" : null))
                    .build());
        }
        server.publish(EngagementReceivedBuilder.builder(engagement(handle, "met", AT, EngagementKind.MEETING))
                .direction(Direction.OUTBOUND)
                .value(new EngagementValue(null, null, 90.0, null, null, null))
                .build());
    }

    private static void sell(ReportServer server, String id) {
        var shop = new HandleKey(CAFE, "shop", id);
        server.publish(handle(
                shop, person(id), 1, HandleProfileBuilder.builder().name(id).build()));
        server.publish(engagement(shop, id + "-buys", AT.plusSeconds(3600), EngagementKind.PURCHASE));
    }

    /** The id of an engagement by its name. */
    public static UUID engagementId(String id) {
        return DeterministicIds.engagement(CAFE, "test", id);
    }

    private static void known(ReportServer server, String id, String name, double strength, Instant asked) {
        server.publish(relationship(id).of(CAFE).strong(strength).waiting(asked).state());
        server.publish(handle(
                new HandleKey(CAFE, "x", id),
                person(id),
                1,
                HandleProfileBuilder.builder()
                        .name(id)
                        .url("https://x.example/" + id)
                        .build()));
        server.publish(PersonDescribedBuilder.builder()
                .agency(CAFE.agency())
                .brand(CAFE.brand())
                .person(person(id))
                .name(name)
                .since(AT)
                .distinctFrom(List.of())
                .decisions(List.of())
                .version(1)
                .at(AT)
                .build());
    }
}
