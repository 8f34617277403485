package io.rapport.report.reminder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.reminder.ReminderOutcome;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.FormFields;
import io.rapport.report.page.ReturnPath;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's reminders, and the forms of pages that set and close them. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class ReminderPageController extends PageController {

    private static final int MAX_ROWS = 500;

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final ReminderRows rows;
    private final ReminderHandler handler;

    ReminderPageController(BrandCatalogue catalogue, BrandPageFrame frame, ReminderRows rows, ReminderHandler handler) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.rows = rows;
        this.handler = handler;
    }

    /**
     * The fields of the form that sets a reminder.
     *
     * @param nonce the id of the reminder
     * @param back the page to return to
     */
    record ReminderFields(
            @Nullable String nonce,
            @Nullable String due,
            @Nullable String text,
            @Nullable String back) {}

    @GetMapping("/reminders")
    ModelAndView reminders(BrandKey brand, @RequestParam(required = false) @Nullable String done, Caller caller) {
        var asOf = frame.resolveDay(brand, null);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return frame.page("reminders", brand, asOf)
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("done", ReminderNote.of(done))
                .addObject("reminders", rows.find(catalogue.require(brand), MAX_ROWS, caller, path + "/reminders"));
    }

    @PostMapping(path = "/people/{id}/reminders", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView set(BrandKey brand, @PathVariable UUID id, ReminderFields fields, Caller caller) {
        var request = new ReminderRequest(fields.due(), fields.text());
        var reminder = handler.create(catalogue.require(brand), FormFields.nonce(fields.nonce()), request, caller);
        var saved = handler.set(brand, id, reminder);
        return back(brand, saved.saved().person(), fields.back(), ReminderNote.SET);
    }

    @PostMapping(
            path = "/people/{id}/reminders/{reminder}/done",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView done(
            BrandKey brand,
            @PathVariable UUID id,
            @PathVariable UUID reminder,
            @RequestParam(required = false) @Nullable String back,
            Caller caller) {
        return close(brand, id, reminder, ReminderOutcome.DONE, back, caller);
    }

    @PostMapping(
            path = "/people/{id}/reminders/{reminder}/dismiss",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView dismiss(
            BrandKey brand,
            @PathVariable UUID id,
            @PathVariable UUID reminder,
            @RequestParam(required = false) @Nullable String back,
            Caller caller) {
        return close(brand, id, reminder, ReminderOutcome.DISMISSED, back, caller);
    }

    private ModelAndView close(
            BrandKey brand, UUID id, UUID reminder, ReminderOutcome outcome, @Nullable String back, Caller caller) {
        catalogue.require(brand);
        var saved = handler.close(brand, id, reminder, outcome, caller);
        return back(brand, saved.saved().person(), back, ReminderNote.CLOSED);
    }

    private static ModelAndView back(BrandKey brand, UUID person, @Nullable String back, ReminderNote done) {
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var personPage = path + "/people/" + person + "?done=" + done.value();
        return seeOther(ReturnPath.of(path, back, done.value(), personPage));
    }
}
