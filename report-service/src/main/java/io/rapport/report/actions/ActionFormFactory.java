package io.rapport.report.actions;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.web.auth.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates the forms of a page for callers who may record actions. */
public final class ActionFormFactory {

    private final boolean available;
    private final Clock clock;

    /**
     * A factory with the clock that dates actions.
     *
     * @param available whether the ingest service, which receives the actions, is known
     */
    public ActionFormFactory(boolean available, Clock clock) {
        this.available = available;
        this.clock = clock;
    }

    /** Whether a caller may record actions on a page of this day: they happen now, so never on an earlier one. */
    private boolean isPermitted(Caller caller, AsOfDay asOf) {
        return available && asOf.current() && caller.hasScope(Scope.INGEST);
    }

    /**
     * The form for a person.
     *
     * @param back the page to return to; empty for the person's page
     * @return null if the caller may not record actions, or the person has no handle to record them for
     */
    public @Nullable ActionForm create(
            BrandRegistered brand, KnownPerson person, AsOfDay asOf, Caller caller, String back) {
        if (!isPermitted(caller, asOf) || person.handles().isEmpty()) {
            return null;
        }
        var now = now();
        return ActionForm.of(person, BrandPageLink.path(brand.agency(), brand.brand()), back, now, day(brand, now));
    }

    /**
     * The form for several people of a list.
     *
     * @param list the list to return to
     * @param page the link to the page of the list that is shown
     * @param everyone whether everyone on the page is selected
     * @return null if the caller may not record actions
     */
    public @Nullable SelectionForm createForSelection(
            BrandRegistered brand, AsOfDay asOf, Caller caller, ListLink list, ListLink page, boolean everyone) {
        if (!isPermitted(caller, asOf)) {
            return null;
        }
        var now = now();
        return new SelectionForm(
                BrandPageLink.path(brand.agency(), brand.brand()) + "/people/actions",
                UUID.randomUUID().toString(),
                now.toString(),
                day(brand, now),
                list.href(),
                page.with("select", everyone ? null : "all").href(),
                everyone);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String day(BrandRegistered brand, Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of(brand.timeZone())).toString();
    }
}
