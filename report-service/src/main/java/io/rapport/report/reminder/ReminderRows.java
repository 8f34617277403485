package io.rapport.report.reminder;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.reminder.ReminderService;
import io.rapport.report.domain.reminder.ReminderService.DueReminder;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PersonName;
import io.rapport.web.auth.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reminders of pages, and the forms that set them for callers who may. */
public final class ReminderRows {

    private final ReminderService reminders;
    private final ReminderHandler handler;
    private final PersonDirectory directory;

    /** Rows of the reminders of this service. */
    public ReminderRows(ReminderService reminders, ReminderHandler handler, PersonDirectory directory) {
        this.reminders = reminders;
        this.handler = handler;
        this.directory = directory;
    }

    /**
     * The open reminders of a brand, the earliest day first, so that due ones come first.
     *
     * @param back the page to return to
     */
    public List<ReminderRow> find(BrandRegistered brand, int limit, Caller caller, String back) {
        return rows(brand, reminders.findOpen(brand.brandKey(), limit), caller, back);
    }

    /** The open reminders about a person, the earliest day first; their forms return to the person's page. */
    public List<ReminderRow> find(BrandRegistered brand, UUID person, Caller caller) {
        return rows(brand, reminders.findOpen(brand.brandKey(), person), caller, "");
    }

    /**
     * The form for a person.
     *
     * @param back the page to return to; empty for the person's page
     * @return null if the caller may not set reminders
     */
    public @Nullable ReminderForm form(BrandRegistered brand, UUID person, Caller caller, String back) {
        return mayChange(caller)
                ? new ReminderForm(
                        BrandPageLink.path(brand.agency(), brand.brand()) + "/people/" + person + "/reminders",
                        UUID.randomUUID().toString(),
                        handler.today(brand).toString(),
                        back)
                : null;
    }

    private List<ReminderRow> rows(BrandRegistered brand, List<DueReminder> found, Caller caller, String back) {
        var known = directory.findAll(
                brand.brandKey(),
                found.stream().map(DueReminder::person).distinct().toList());
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var today = handler.today(brand);
        return found.stream()
                .map(each -> ReminderRow.of(
                        each, PersonName.of(known.apply(each.person())), today, path, mayChange(caller), back))
                .toList();
    }

    private static boolean mayChange(Caller caller) {
        return caller.hasScope(Scope.INGEST);
    }
}
