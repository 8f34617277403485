package io.rapport.report.actions;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.page.FormFields;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The fields of the form that records an action.
 *
 * @param nonce of the form
 * @param at when the page was made
 * @param handle a value of {@link ActionForm.HandleChoice}; the most reliable handle if it is left out
 * @param day yyyy-MM-dd, in the brand's time zone; today if it is left out
 * @param back the page to return to
 */
public record ActionFields(
        @Nullable String action,
        @Nullable String nonce,
        @Nullable String at,
        @Nullable String handle,
        @Nullable String text,
        @Nullable String minutes,
        @Nullable String day,
        @Nullable String back) {

    private static final int MAX_TEXT = 2_000;
    private static final double MAX_MINUTES = 1_440;

    /** The action for a person; fails with a problem that names the invalid field. */
    ActionRequest request(BrandRegistered brand, KnownPerson person, String by, Clock clock) {
        var chosen = requireChoice(StaffAction.class, action);
        var account = account(person);
        return new ActionRequest(
                chosen,
                FormFields.nonce(nonce).toString(),
                account.channel(),
                account.id(),
                time(ZoneId.of(brand.timeZone()), clock.instant()),
                by,
                FormFields.text(text, MAX_TEXT),
                chosen.isTimed() ? readMinutes() : null);
    }

    /** The chosen action; fails with a problem without one. */
    static <E extends Enum<E>> E requireChoice(Class<E> type, @Nullable String action) {
        var chosen = RequestParameters.parseEnum(type, "action", action);
        if (chosen == null) {
            throw Problem.invalid("action", "Choose what to record.").asException();
        }
        return chosen;
    }

    private PersonHandle account(KnownPerson person) {
        if (person.handles().isEmpty()) {
            throw conflict(
                    "no-handle",
                    "There is no account to record this for",
                    "No account of this person is known yet. Nothing was recorded; merge the person with one who has an account.");
        }
        if (handle == null || handle.isBlank()) {
            return person.handles().get(0);
        }
        return person.handles().stream()
                .filter(each -> TopicKeys.join(each.channel(), each.id()).equals(handle))
                .findFirst()
                .orElseThrow(
                        () -> conflict(
                                "handle-moved",
                                "The account belongs to another person now",
                                "Meanwhile the account was moved to another person or erased. Nothing was recorded; open the person again."));
    }

    /** The time of the form or, of another day than that of the form, noon: the same form always gives the same time. */
    private Instant time(ZoneId zone, Instant now) {
        var made = made(now);
        var entered = RequestParameters.parseDay("day", day);
        if (entered == null || entered.equals(LocalDate.ofInstant(made, zone))) {
            return made;
        }
        var noon = entered.atTime(LocalTime.NOON).atZone(zone).toInstant();
        if (noon.isAfter(now)) {
            throw Problem.invalid("day", "The day is today or earlier: what has not happened yet is not recorded.")
                    .asException();
        }
        return noon;
    }

    private Instant made(Instant now) {
        try {
            var made = Instant.parse(at == null ? "" : at);
            if (!made.isAfter(now) && made.isAfter(now.minus(Duration.ofDays(2)))) {
                return made;
            }
        } catch (DateTimeException e) {
            // Not an instant: refused below.
        }
        throw Problem.invalid("at", "The page is too old or incomplete. Open it again.")
                .asException();
    }

    private @Nullable Double readMinutes() {
        if (minutes == null || minutes.isBlank()) {
            return null;
        }
        try {
            var length = Double.parseDouble(minutes.strip());
            if (length > 0 && length <= MAX_MINUTES) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Not a number: refused below.
        }
        throw Problem.invalid("minutes", "minutes is a number from 1 to 1440.").asException();
    }

    private static ProblemException conflict(String code, String title, String detail) {
        return Problem.of(HttpStatus.CONFLICT, code, title, detail).asException();
    }
}
