package io.rapport.report.reminder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.reminder.ReminderOutcome;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.reminder.ReminderService;
import io.rapport.report.domain.reminder.ReminderService.DueReminder;
import io.rapport.report.domain.reminder.ReminderService.SavedReminder;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reminders about people. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class ReminderController {

    private static final int MAX_FOUND = 500;

    private final BrandCatalogue catalogue;
    private final ReminderService reminders;
    private final ReminderHandler handler;
    private final PersonDirectory directory;

    ReminderController(
            BrandCatalogue catalogue, ReminderService reminders, ReminderHandler handler, PersonDirectory directory) {
        this.catalogue = catalogue;
        this.reminders = reminders;
        this.handler = handler;
        this.directory = directory;
    }

    /** Reminders, the earliest day first. */
    record ReminderList(List<ReminderView> items) {}

    /**
     * A reminder that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is published later
     */
    record ReminderSaved(ReminderView reminder, boolean published) {}

    @Operation(summary = "The open reminders about the brand's people, the earliest day first, at most 500")
    @GetMapping("/reminders")
    ReminderList find(BrandKey brand) {
        catalogue.require(brand);
        return list(brand, reminders.findOpen(brand, MAX_FOUND));
    }

    @Operation(summary = "The open reminders about a person, the earliest day first")
    @GetMapping("/people/{person}/reminders")
    ReminderList ofPerson(BrandKey brand, @PathVariable UUID person) {
        catalogue.require(brand);
        return list(brand, reminders.findOpen(brand, person));
    }

    @Operation(summary = "Set a reminder about a person. Needs a token with the scope INGEST")
    @PostMapping("/people/{person}/reminders")
    ResponseEntity<ReminderSaved> set(
            BrandKey brand, @PathVariable UUID person, @RequestBody ReminderRequest request, Caller caller) {
        var reminder = handler.create(catalogue.require(brand), UUID.randomUUID(), request, caller);
        return ResponseEntity.status(HttpStatus.CREATED).body(saved(brand, handler.set(brand, person, reminder)));
    }

    @Operation(summary = "Close a reminder: it is done. Needs a token with the scope INGEST")
    @PostMapping("/people/{person}/reminders/{reminder}/done")
    ReminderSaved done(BrandKey brand, @PathVariable UUID person, @PathVariable UUID reminder, Caller caller) {
        catalogue.require(brand);
        return saved(brand, handler.close(brand, person, reminder, ReminderOutcome.DONE, caller));
    }

    @Operation(summary = "Close a reminder: it is not needed any more. Needs a token with the scope INGEST")
    @PostMapping("/people/{person}/reminders/{reminder}/dismiss")
    ReminderSaved dismiss(BrandKey brand, @PathVariable UUID person, @PathVariable UUID reminder, Caller caller) {
        catalogue.require(brand);
        return saved(brand, handler.close(brand, person, reminder, ReminderOutcome.DISMISSED, caller));
    }

    private ReminderSaved saved(BrandKey brand, SavedReminder from) {
        var name = directory.find(brand, from.saved().person()).name();
        return new ReminderSaved(ReminderView.of(from.saved(), name), from.published());
    }

    private ReminderList list(BrandKey brand, List<DueReminder> found) {
        var known = directory.findAll(
                brand, found.stream().map(DueReminder::person).distinct().toList());
        return new ReminderList(found.stream()
                .map(each -> ReminderView.of(each, known.apply(each.person()).name()))
                .toList());
    }
}
