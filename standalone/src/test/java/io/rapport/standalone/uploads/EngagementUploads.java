package io.rapport.standalone.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** Engagements: sent again, times, money, paid texts and what wants an answer. */
final class EngagementUploads {

    private EngagementUploads() {}

    static List<UploadCase> cases() {
        return List.of(
                UploadCase.of("another follower count is no conflict", EngagementUploads::profileNews),
                UploadCase.of("times are read as platforms write them", EngagementUploads::times),
                UploadCase.of("a returned order strengthens no relationship", EngagementUploads::refunds),
                UploadCase.of("the lines of an order count once", EngagementUploads::orderLines),
                new UploadCase(
                        "a paid marker is found in every form of its characters",
                        ", \"paidMarkers\": [\"#ad\", \"#annonse\", \"#publicité\"]",
                        EngagementUploads::paidForms),
                UploadCase.of("an edit replaces what it edits, in any order", EngagementUploads::edits),
                UploadCase.of("what was deleted counts nowhere", EngagementUploads::deletions),
                UploadCase.of("a second partial refund is added to the first", EngagementUploads::secondRefund),
                UploadCase.of("thanks and automatic replies want no answer", EngagementUploads::thanks));
    }

    private static void profileNews(UploadBrand brand) {
        for (var followers : List.of(410, 411, 398)) {
            brand.send(InteractionRow.of("x", "COMMENT")
                    .with("sourceId", "same")
                    .with("occurredAt", "2026-03-02T07:00:00Z")
                    .actor("id", "55")
                    .actor("name", "tiril")
                    .actor("followers", followers)
                    .text("So good"));
        }

        brand.settledUntil(() -> {
            assertThat(brand.accounts().path("scored").asInt()).isOne();
            assertThat(brand.accounts().path("duplicates").asInt()).isEqualTo(2);
            assertThat(brand.accounts().path("rejected").asInt()).isZero();
        });
    }

    private static void times(UploadBrand brand) {
        var answer = brand.send(
                at("2026-03-04T10:11:12+0100"),
                at("2026-03-04 10:11:12 +0100"),
                at("2026-03-04 10:11:12Z"),
                at("Wed Mar 04 10:11:12 +0000 2026"),
                at("Wed, 04 Mar 2026 10:11:12 GMT"));

        assertThat(answer.rejectedCodes()).isEmpty();
        assertThat(answer.accepted()).isEqualTo(5);
    }

    private static InteractionRow at(String time) {
        return InteractionRow.of("x", "COMMENT").with("occurredAt", time).actor("id", "77");
    }

    private static void refunds(UploadBrand brand) {
        for (var order = 1; order <= 3; order++) {
            brand.send(
                    purchase("keeps", "k" + order, 80, order),
                    purchase("returns", "r" + order, 80, order),
                    purchase("returns", "r" + order, -80, order + 3),
                    purchase("part", "p" + order, 80, order),
                    purchase("part", "p" + order, -10, order + 3));
        }

        brand.settledUntil(() -> {
            assertThat(brand.strengthOf("keeps")).isPositive();
            assertThat(brand.strengthOf("returns")).isLessThan(brand.strengthOf("keeps"));
            assertThat(brand.strengthOf("part")).isGreaterThan(brand.strengthOf("returns"));
        });
    }

    private static void orderLines(UploadBrand brand) {
        brand.send(purchase("single", "s1", 90, 5), purchase("twice", "t1", 45, 5), purchase("twice", "t2", 45, 5));
        for (var line = 0; line < 6; line++) {
            brand.send(purchase("lines", "l1", 15, 5));
        }

        brand.settledUntil(() -> {
            assertThat(brand.strengthOf("single")).isPositive();
            assertThat(brand.strengthOf("lines")).isCloseTo(brand.strengthOf("single"), within(0.01));
            assertThat(brand.strengthOf("twice")).isGreaterThan(brand.strengthOf("single"));
        });
    }

    private static InteractionRow purchase(String customer, String order, double amount, int day) {
        return InteractionRow.of("shop", "PURCHASE")
                .with("occurredAt", "2026-03-%02dT12:00:00Z".formatted(day))
                .actor("id", customer)
                .actor("name", customer)
                .order(order, amount);
    }

    private static void edits(UploadBrand brand) {
        brand.send(revision("late", 2, "It is terrible"), revision("late", 1, "It is wonderful"));
        brand.send(revision("early", 0, "It is wonderful"));
        brand.send(revision("early", 7, "It is terrible"), revision("early", 7, "It is terrible"));

        brand.settledUntil(() -> {
            assertThat(brand.timelineTexts("late")).containsExactly("It is terrible");
            assertThat(brand.timelineTexts("early")).containsExactly("It is terrible");
            assertThat(brand.strengthOf("late")).isCloseTo(brand.strengthOf("early"), within(0.01));
            assertThat(brand.accounts().path("scored").asInt()).isEqualTo(2);
            assertThat(brand.accounts().path("revised").asInt()).isOne();
            assertThat(brand.accounts().path("balances").asBoolean()).isTrue();
        });
    }

    private static void deletions(UploadBrand brand) {
        brand.send(mention("stays", "A fine cup"), mention("deletes", "Another fine cup"));
        brand.send(revision("deletes", 3, "What a cup"), revision("gone", 0, "Never mind"));
        brand.send(revision("deletes", 3, "What a cup").with("withdrawn", true));
        brand.send(revision("gone", 1, "").with("withdrawn", true), revision("gone", 0, "Never mind"));

        brand.settledUntil(() -> {
            assertThat(brand.timelineTexts("deletes")).containsExactly("Another fine cup");
            assertThat(brand.strengthOf("deletes")).isCloseTo(brand.strengthOf("stays"), within(0.01));
            assertThat(brand.accounts().path("withdrawn").asInt()).isEqualTo(2);
            assertThat(brand.accounts().path("scored").asInt()).isEqualTo(2);
            assertThat(brand.accounts().path("balances").asBoolean()).isTrue();
            assertThat(brand.people()).hasSize(2);
        });
    }

    private static InteractionRow revision(String account, int revision, String text) {
        return mention(account, text)
                .with("sourceId", "of-" + account)
                .with("occurredAt", "2026-03-10T07:00:00Z")
                .with("revision", revision);
    }

    /** A shop exports the refunded amount of an order as a sum. */
    private static void secondRefund(UploadBrand brand) {
        var order =
                "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Cancelled at,Refunded Amount%n"
                        + "#7,kari@example.com,partially_refunded,2026-03-03 18:00:10 +0100,EUR,30.00,2026-03-03 18:00:00 +0100,1,,%s%n";
        brand.file(order.formatted("12.50"));
        brand.file(order.formatted("20.00"));

        brand.settledUntil(() -> {
            assertThat(brand.accounts().path("rejected").asInt()).isZero();
            assertThat(brand.accounts().path("revised").asInt()).isOne();
            assertThat(brand.directSales()).isCloseTo(10.0, within(0.001));
        });
    }

    private static void paidForms(UploadBrand brand) {
        brand.send(
                mention("p1", "＃ａｄ what a cup"),
                mention("p2", "新しい豆です#ad"),
                mention("p3", "Smakte godt #ANNONSE"),
                mention("p4", "Quel goût #publicite\u0301"),
                mention("p5", "In cooperation #\u200bad"),
                mention("p6", "An #adventure in coffee"));

        brand.settledUntil(() -> {
            assertThat(brand.accounts().path("withheld").path("paid").asInt()).isEqualTo(5);
            assertThat(brand.accounts().path("scored").asInt()).isOne();
        });
    }

    private static InteractionRow mention(String account, String text) {
        return InteractionRow.of("x", "MENTION").actor("id", account).text(text);
    }

    private static void thanks(UploadBrand brand) {
        brand.send(message("asks", "INBOUND", 0, "When do you open tomorrow?"));
        for (var closing : List.of("Thank you so much, it works now!", "👍", "OK, great", "Tusen takk!")) {
            var name = "done" + closing.codePointAt(0);
            brand.send(
                    message(name, "INBOUND", 0, "When do you open tomorrow?"),
                    message(name, "OUTBOUND", 5, "At eight."),
                    message(name, "INBOUND", 9, closing));
        }
        brand.send(
                mailOf("absent", "Automatic reply: I am out of the office until Monday."),
                mailOf("leaves", "Unsubscribe"));

        brand.settledUntil(() -> assertThat(brand.owed()).containsExactly("asks"));
    }

    private static InteractionRow message(String account, String direction, int minute, String text) {
        return InteractionRow.of("chat", "MESSAGE")
                .with("direction", direction)
                .with("occurredAt", "2026-03-09T10:%02d:00Z".formatted(minute))
                .actor("id", account)
                .actor("name", account)
                .text(text);
    }

    private static InteractionRow mailOf(String account, String text) {
        return InteractionRow.of("email", "EMAIL")
                .actor("id", account)
                .actor("name", account)
                .text(text);
    }
}
