package io.rapport.report.subscription;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.contracts.subscription.MailProgress;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.subscription.SubscriptionSavedBuilder;
import io.rapport.report.domain.month.MonthCompletionService;
import io.rapport.report.domain.subscription.MailAddressSyntax;
import io.rapport.report.domain.subscription.SubscriptionSecrets;
import io.rapport.report.domain.subscription.SubscriptionService;
import io.rapport.report.mail.MailProperties;
import io.rapport.report.mail.MailWake;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageLanguage;
import io.rapport.web.problem.Problem;
import io.rapport.web.secret.SecretGenerator;
import io.rapport.web.secret.SecretHash;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Checks requests to make, confirm and delete subscriptions, and carries them out. */
public final class SubscriptionHandler {

    private static final String LINK_PREFIX = "rpm_";

    private final SubscriptionService subscriptions;
    private final MonthCompletionService months;
    private final SubscriptionSecrets secrets;
    private final BrandCatalogue brands;
    private final MailProperties settings;
    private final MailWake wake;
    private final SecretGenerator generator = new SecretGenerator();
    private final Clock clock;

    /**
     * A handler.
     *
     * @param wake is called when a mail has to be sent
     */
    public SubscriptionHandler(
            SubscriptionService subscriptions,
            MonthCompletionService months,
            SubscriptionSecrets secrets,
            BrandCatalogue brands,
            MailProperties settings,
            MailWake wake,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.months = months;
        this.secrets = secrets;
        this.brands = brands;
        this.settings = settings;
        this.wake = wake;
        this.clock = clock;
    }

    /** Whether mail can be sent. */
    boolean isMailSetUp() {
        return settings.isSetUp();
    }

    /** The subscriptions of a brand, the newest first. */
    List<SubscriptionView> findAll(BrandKey brand) {
        brands.require(brand);
        return orProblem(() -> subscriptions.findAll(brand).stream()
                .sorted(Comparator.comparing(SubscriptionSaved::createdAt).reversed())
                .map(each -> SubscriptionView.of(each, secrets.address(each)))
                .toList());
    }

    /** Makes a subscription; the address is asked to confirm it. One that the brand has already is returned as it is. */
    SubscriptionView add(BrandKey brand, SubscriptionRequest request, Caller caller) {
        brands.require(brand);
        var address = MailAddressSyntax.parse(Objects.requireNonNullElse(request.address(), ""))
                .orElseThrow(() -> Problem.invalid("address", "address is one e-mail address, as kari@agency.example.")
                        .asException());
        var language = language(request);
        requireMail();
        return orProblem(() -> {
            for (var each : findAll(brand)) {
                if (each.address().equalsIgnoreCase(address)) {
                    return each;
                }
            }
            var added = subscription(brand, address, language, caller);
            subscriptions.add(added);
            wake.wake();
            return SubscriptionView.of(added, address);
        });
    }

    /** Deletes a subscription; fails with 404 if there is none. */
    void delete(BrandKey brand, UUID id) {
        brands.require(brand);
        if (!orProblem(() -> subscriptions.delete(brand, id, now()))) {
            throw Problem.notFound().asException();
        }
    }

    /** Confirms the address of a link; returns false if the link is not known. Months that are over already are not sent. */
    boolean confirm(String link) {
        return orProblem(() -> subscriptions.confirm(
                SecretHash.of(link),
                now(),
                state -> SubscriptionSavedBuilder.builder(state)
                        .confirmedAt(state.at())
                        .month(months.find(state.brandKey())
                                .map(MonthCompleted::month)
                                .orElse(null))
                        .progress(MailProgress.NONE)
                        .build()));
    }

    /** Deletes the subscription of a link; returns false if the link is not known. */
    boolean unsubscribe(String link) {
        return orProblem(() -> subscriptions.unsubscribe(SecretHash.of(link), now()));
    }

    private SubscriptionSaved subscription(BrandKey brand, String address, String language, Caller caller) {
        var id = UUID.randomUUID();
        var key = brand.key(id.toString());
        var link = generator.next(LINK_PREFIX);
        var now = now();
        return SubscriptionSavedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .id(id)
                .address(secrets.encryptAddress(key, address))
                .language(language)
                .link(secrets.encryptLink(key, link))
                .linkHash(SecretHash.of(link))
                .progress(MailProgress.NONE)
                .by(caller.name())
                .createdAt(now)
                .version(1)
                .at(now)
                .build();
    }

    private static String language(SubscriptionRequest request) {
        var tag = Objects.requireNonNullElse(request.language(), PageLanguage.ENGLISH.tag());
        if (PageLanguage.ofTag(tag).isEmpty()) {
            throw Problem.invalid("language", "language is en or nb.").asException();
        }
        return tag;
    }

    private void requireMail() {
        if (!settings.isSetUp()) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "no-mail",
                            "E-mail is not set up",
                            "Start the report service with RAPPORT_SMTP_HOST, RAPPORT_SMTP_FROM and"
                                    + " RAPPORT_PUBLIC_URL.")
                    .asException();
        }
    }

    private static <T> T orProblem(Supplier<T> action) {
        try {
            return DecisionProblems.orProblem(action);
        } catch (SecretUnreadableException e) {
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "no-secrets-key",
                            "Secrets cannot be stored",
                            String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
