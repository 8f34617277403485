package io.rapport.report.mail;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.subscription.MailProgress;
import io.rapport.contracts.subscription.MailProgressBuilder;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.subscription.SubscriptionSavedBuilder;
import io.rapport.report.domain.month.MonthCompletionService;
import io.rapport.report.domain.store.WorkLeaseRepository;
import io.rapport.report.domain.subscription.MailRetryPolicy;
import io.rapport.report.domain.subscription.SubscriptionService;
import io.rapport.report.mail.MailOutcome.MailResult;
import io.rapport.report.work.LeasedTimer;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that are due, one after the other. One instance does so at a time. What was sent before a crash and not
 * recorded is sent again with the same Message-ID.
 */
public final class MailDispatcher implements MailWake, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);
    private static final String WORK = "mail";

    private final LeasedTimer timer;
    private final BrandCatalogue brands;
    private final MonthCompletionService months;
    private final SubscriptionService subscriptions;
    private final MailWriter writer;
    private final MailTransport transport;
    private final MailProperties settings;
    private final MailRetryPolicy retries;
    private final BooleanSupplier ready;
    private final Clock clock;

    /**
     * A dispatcher that is not started.
     *
     * @param ready whether the projections have caught up: before, subscriptions are old ones
     */
    MailDispatcher(
            BrandCatalogue brands,
            MonthCompletionService months,
            SubscriptionService subscriptions,
            MailWriter writer,
            MailTransport transport,
            WorkLeaseRepository leases,
            MailProperties settings,
            BooleanSupplier ready,
            Clock clock) {
        this.brands = brands;
        this.months = months;
        this.subscriptions = subscriptions;
        this.writer = writer;
        this.transport = transport;
        this.timer = new LeasedTimer(WORK, leases, settings.lease(), clock);
        this.settings = settings;
        this.retries = new MailRetryPolicy(settings.firstBackoff(), settings.maxBackoff(), settings.giveUp());
        this.ready = ready;
        this.clock = clock;
    }

    /** A dispatcher that sends over SMTP, and is not started. */
    public static MailDispatcher of(
            BrandCatalogue brands,
            MonthCompletionService months,
            SubscriptionService subscriptions,
            MonthMailWriter writer,
            WorkLeaseRepository leases,
            MailProperties settings,
            BooleanSupplier ready,
            Clock clock) {
        var transport = new SmtpTransport(settings);
        return new MailDispatcher(brands, months, subscriptions, writer, transport, leases, settings, ready, clock);
    }

    /** Starts looking at subscriptions. */
    public void start() {
        timer.start(this::look, settings.interval());
    }

    @Override
    public void wake() {
        timer.run(this::look);
    }

    @Override
    public void close() {
        timer.close();
    }

    /** Sends what is due, if no other instance does. Ends when the mail server does not serve this installation. */
    void look() {
        try {
            if (ready.getAsBoolean() && timer.hasLease()) {
                // No brand is always the last one when the server becomes unavailable.
                var due = new ArrayList<>(brands.all());
                Collections.shuffle(due);
                for (var brand : due) {
                    if (!send(brand)) {
                        return;
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Subscriptions could not be read, retrying: {}", e.toString());
        }
    }

    private boolean send(BrandRegistered brand) {
        try {
            var waiting = new ArrayList<>(subscriptions.findAll(brand.brandKey()));
            if (waiting.isEmpty()) {
                return true;
            }
            Collections.shuffle(waiting);
            var month = months.find(brand.brandKey());
            var issue = month.map(each -> writer.issue(brand, each));
            for (var subscription : waiting) {
                if (!send(brand, subscription, month.orElse(null), issue)) {
                    return false;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The mail of the brand {} could not be written, retrying: {}",
                    brand.brandKey().key(),
                    e.toString());
        }
        return true;
    }

    /** Returns false if no other mail can be sent now. */
    private boolean send(
            BrandRegistered brand,
            SubscriptionSaved subscription,
            @Nullable MonthCompleted month,
            Optional<MailWriter.MailIssue> issue) {
        var now = now();
        if (!MailRetryPolicy.isDue(subscription.progress(), now)) {
            return true;
        }
        if (subscription.confirmedAt() == null) {
            return ask(brand, subscription, now);
        }
        if (month == null || issue.isEmpty() || !isNewer(month, subscription.month())) {
            return true;
        }
        return send(
                issue.get().to(subscription),
                subscription,
                state -> SubscriptionSavedBuilder.builder(state)
                        .month(month.month())
                        .build());
    }

    private boolean ask(BrandRegistered brand, SubscriptionSaved subscription, Instant now) {
        if (!now.isBefore(subscription.createdAt().plus(settings.confirmWithin()))) {
            subscriptions.delete(subscription.brandKey(), subscription.id(), now);
            return true;
        }
        if (subscription.progress().askedAt() != null) {
            return true;
        }
        return send(
                writer.confirmation(brand, subscription),
                subscription,
                state -> SubscriptionSavedBuilder.builder(state)
                        .progress(MailProgressBuilder.builder(state.progress())
                                .askedAt(state.at())
                                .build())
                        .build());
    }

    /** Sends a mail unless another instance has taken over, and records what came of it. */
    private boolean send(MailMessage mail, SubscriptionSaved subscription, UnaryOperator<SubscriptionSaved> done) {
        if (!timer.hasLease()) {
            return false;
        }
        var outcome = transport.send(mail);
        var now = now();
        subscriptions.change(subscription, now, each -> true, state -> after(outcome, done, state, now));
        return outcome.result() != MailResult.UNAVAILABLE;
    }

    private SubscriptionSaved after(
            MailOutcome outcome, UnaryOperator<SubscriptionSaved> done, SubscriptionSaved state, Instant now) {
        var before = state.progress();
        var isMonth = state.confirmedAt() != null;
        return switch (outcome.result()) {
            case SENT -> done.apply(with(state, afresh(before, null)));
            case REFUSED -> with(state, MailRetryPolicy.refused(before, outcome.error()));
            case DELAYED, UNAVAILABLE -> {
                if (!retries.isGivenUp(before, now)) {
                    var random = ThreadLocalRandom.current().nextDouble();
                    yield with(state, retries.failed(before, now, outcome.error(), random));
                }
                var error = "Not sent after " + settings.giveUp().toHours() + " hours. " + outcome.error();
                yield isMonth
                        ? done.apply(with(state, afresh(before, error)))
                        : with(state, MailRetryPolicy.refused(before, error));
            }
        };
    }

    private static SubscriptionSaved with(SubscriptionSaved state, MailProgress progress) {
        return SubscriptionSavedBuilder.builder(state).progress(progress).build();
    }

    private static MailProgress afresh(MailProgress before, @Nullable String error) {
        return new MailProgress(before.askedAt(), 0, null, null, error, false);
    }

    private static boolean isNewer(MonthCompleted month, @Nullable String sent) {
        return sent == null || YearMonth.parse(month.month()).isAfter(YearMonth.parse(sent));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
