package io.rapport.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.subscription.MailProgress;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.subscription.SubscriptionSavedBuilder;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.month.MemoryCompletedMonths;
import io.rapport.report.domain.month.MonthCompletionService;
import io.rapport.report.domain.store.WorkLeaseRepository;
import io.rapport.report.domain.subscription.MemorySubscriptions;
import io.rapport.report.domain.subscription.SubscriptionService;
import io.rapport.report.mail.MailOutcome.MailResult;
import io.rapport.report.mail.MailProperties.MailSecurity;
import io.rapport.web.brand.BrandCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailDispatcherTest {

    private static final BrandKey ACME = new BrandKey("north", "acme");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant T = Instant.parse("2026-04-01T00:15:00Z");
    private static final MailProperties SETTINGS = new MailProperties(
            "localhost",
            25,
            "",
            "",
            "reports@agency.example",
            MailSecurity.NONE,
            Duration.ofSeconds(10),
            "https://rapport.example/",
            true,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofHours(2),
            Duration.ofDays(3),
            Duration.ofDays(7));

    private final MemoryCompletedMonths completed = new MemoryCompletedMonths();
    private final MonthCompletionService months = new MonthCompletionService(
            completed, new DecisionRecorder<>(() -> true, completed::saveNextVersion, each -> true));
    private final MemorySubscriptions stored = new MemorySubscriptions();
    private final SubscriptionService subscriptions =
            new SubscriptionService(stored, new DecisionRecorder<>(() -> true, stored::saveNextVersion, each -> true));
    private final Map<String, MailOutcome> outcomes = new HashMap<>();
    private final List<String> attempts = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final MemoryLeases leases = new MemoryLeases();
    private final AdjustableClock clock = new AdjustableClock();
    private final MailDispatcher dispatcher = dispatcher();

    @Test
    void anAddressIsAskedOnceAndReceivesTheMonthsThatAreCompleteAfterItConfirmed() {
        months.complete(ACME, MARCH.minusMonths(1), T);
        subscriptions.add(subscription("kari", null, null));
        dispatcher.look();
        dispatcher.look();
        assertThat(sent).containsExactly("kari confirm");

        confirm("kari", "2026-02");
        dispatcher.look();
        assertThat(sent).hasSize(1);
        months.complete(ACME, MARCH, T);
        dispatcher.look();
        dispatcher.look();
        assertThat(sent).containsExactly("kari confirm", "kari 2026-03");
    }

    @Test
    void twoInstancesSendOnce() {
        subscriptions.add(subscription("kari", T, "2026-02"));
        months.complete(ACME, MARCH, T);
        var other = dispatcher();
        dispatcher.look();
        other.look();
        assertThat(sent).containsExactly("kari 2026-03");
        other.look();
        months.complete(ACME, MARCH.plusMonths(1), T);
        other.look();
        assertThat(sent).hasSize(1);
        clock.forward(Duration.ofMinutes(6));
        other.look();
        dispatcher.look();
        assertThat(sent).containsExactly("kari 2026-03", "kari 2026-04");
    }

    @Test
    void aRefusedAddressStopsNoOther() {
        subscriptions.add(subscription("gone", T, "2026-02"));
        subscriptions.add(subscription("kari", T, "2026-02"));
        subscriptions.add(subscription("full", T, "2026-02"));
        outcomes.put("gone", new MailOutcome(MailResult.REFUSED, "Refused (550)."));
        outcomes.put("full", new MailOutcome(MailResult.DELAYED, "Full (452)."));
        months.complete(ACME, MARCH, T);
        dispatcher.look();
        assertThat(attempts).containsExactlyInAnyOrder("gone 2026-03", "kari 2026-03", "full 2026-03");
        assertThat(sent).containsExactly("kari 2026-03");
        assertThat(progress("gone").refused()).isTrue();
        assertThat(progress("gone").error()).isEqualTo("Refused (550).");

        outcomes.clear();
        clock.forward(Duration.ofMinutes(2));
        dispatcher.look();
        months.complete(ACME, MARCH.plusMonths(1), T);
        dispatcher.look();
        assertThat(sent)
                .contains("full 2026-03", "full 2026-04", "kari 2026-04")
                .doesNotContain("gone 2026-04");
        assertThat(progress("full")).isEqualTo(MailProgress.NONE);
    }

    @Test
    void aServerThatIsDownIsAskedByOneMailAndLaterByAll() {
        for (var name : List.of("kari", "ola", "per")) {
            subscriptions.add(subscription(name, T, "2026-02"));
            outcomes.put(name, new MailOutcome(MailResult.UNAVAILABLE, "Not reached."));
        }
        months.complete(ACME, MARCH, T);
        dispatcher.look();
        assertThat(attempts).hasSize(1);
        assertThat(sent).isEmpty();

        outcomes.clear();
        clock.forward(Duration.ofHours(3));
        dispatcher.look();
        assertThat(sent).containsExactlyInAnyOrder("kari 2026-03", "ola 2026-03", "per 2026-03");
        assertThat(progress("kari")).isEqualTo(MailProgress.NONE);
    }

    @Test
    void aMailIsGivenUpAfterThreeDaysAndTheNextMonthIsSent() {
        subscriptions.add(subscription("kari", T, "2026-02"));
        outcomes.put("kari", new MailOutcome(MailResult.DELAYED, "Full (452)."));
        months.complete(ACME, MARCH, T);
        dispatcher.look();
        dispatcher.look();
        assertThat(attempts).hasSize(1);
        for (var hour = 0; hour < 71; hour += 3) {
            clock.forward(Duration.ofHours(3));
            dispatcher.look();
        }
        assertThat(progress("kari").failures()).isZero();
        assertThat(progress("kari").error()).isEqualTo("Not sent after 72 hours. Full (452).");
        var before = attempts.size();
        dispatcher.look();
        assertThat(attempts).hasSize(before);

        outcomes.clear();
        months.complete(ACME, MARCH.plusMonths(1), T);
        dispatcher.look();
        assertThat(sent).containsExactly("kari 2026-04");
        assertThat(progress("kari").error()).isNull();
    }

    @Test
    void anAddressThatIsNotConfirmedIsDeletedAfterAWeek() {
        subscriptions.add(subscription("kari", null, null));
        dispatcher.look();
        clock.forward(Duration.ofDays(7).minusSeconds(1));
        dispatcher.look();
        assertThat(subscriptions.findAll(ACME)).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        dispatcher.look();
        assertThat(subscriptions.findAll(ACME)).isEmpty();
        assertThat(sent).containsExactly("kari confirm");
    }

    @Test
    void whatWasDeletedMeanwhileStaysDeleted() {
        subscriptions.add(subscription("kari", T, "2026-02"));
        months.complete(ACME, MARCH, T);
        new MailDispatcher(
                        new OneBrand(),
                        months,
                        subscriptions,
                        new NamingWriter(),
                        message -> {
                            subscriptions.delete(ACME, id("kari"), T);
                            return MailOutcome.SENT;
                        },
                        leases,
                        SETTINGS,
                        () -> true,
                        clock)
                .look();
        assertThat(subscriptions.findAll(ACME)).isEmpty();
        assertThat(stored.find(ACME, id("kari")))
                .hasValueSatisfying(state -> assertThat(state.deleted()).isTrue());
    }

    private MailDispatcher dispatcher() {
        return new MailDispatcher(
                new OneBrand(),
                months,
                subscriptions,
                new NamingWriter(),
                this::send,
                leases,
                SETTINGS,
                () -> true,
                clock);
    }

    private MailOutcome send(MailMessage message) {
        var outcome = outcomes.getOrDefault(message.to(), MailOutcome.SENT);
        attempts.add(message.to() + " " + message.subject());
        if (outcome.equals(MailOutcome.SENT)) {
            sent.add(message.to() + " " + message.subject());
        }
        return outcome;
    }

    private MailProgress progress(String name) {
        return stored.find(ACME, id(name)).orElseThrow().progress();
    }

    private void confirm(String name, String month) {
        subscriptions.confirm(
                name,
                clock.instant(),
                state -> SubscriptionSavedBuilder.builder(state)
                        .confirmedAt(state.at())
                        .month(month)
                        .build());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static SubscriptionSaved subscription(String name, @Nullable Instant confirmedAt, @Nullable String month) {
        return SubscriptionSavedBuilder.builder()
                .agency("north")
                .brand("acme")
                .id(id(name))
                .address(name)
                .language("en")
                .link("")
                .linkHash(name)
                .confirmedAt(confirmedAt)
                .month(month)
                .progress(MailProgress.NONE)
                .by("Kari")
                .createdAt(T)
                .version(1)
                .at(T)
                .build();
    }

    /** Writes who and what as the subject. */
    private static final class NamingWriter implements MailWriter {

        @Override
        public MailMessage confirmation(BrandRegistered brand, SubscriptionSaved subscription) {
            return message(subscription, "confirm");
        }

        @Override
        public MailIssue issue(BrandRegistered brand, MonthCompleted month) {
            return subscription -> message(subscription, month.month());
        }

        private static MailMessage message(SubscriptionSaved subscription, String subject) {
            return new MailMessage("id", subscription.address(), subject, "", "", "", null);
        }
    }

    private static final class OneBrand implements BrandCatalogue {

        private static final BrandRegistered BRAND = BrandRegisteredBuilder.builder()
                .agency("north")
                .brand("acme")
                .name("Acme")
                .timeZone("UTC")
                .clock(BrandClock.EVENT)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(T)
                .build();

        @Override
        public BrandRegistered find(BrandKey brand) {
            return BRAND;
        }

        @Override
        public Collection<BrandRegistered> all() {
            return List.of(BRAND);
        }
    }

    private static final class MemoryLeases implements WorkLeaseRepository {

        private String owner = "";
        private Instant until = Instant.MIN;

        @Override
        public boolean tryAcquire(String work, String asking, Instant now, Instant end) {
            if (!owner.equals(asking) && now.isBefore(until)) {
                return false;
            }
            owner = asking;
            until = end;
            return true;
        }

        @Override
        public void release(String work, String ending) {
            until = Instant.MIN;
        }
    }

    private static final class AdjustableClock extends Clock {

        private Instant now = T;

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
