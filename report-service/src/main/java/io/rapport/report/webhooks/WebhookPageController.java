package io.rapport.report.webhooks;

import io.rapport.report.domain.webhook.WebhookEvent;
import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of an agency's webhooks, with the forms that change them. */
@Controller
class WebhookPageController extends PageController {

    private static final String WEBHOOKS = "/agencies/{agency}/webhooks";
    private static final String WEBHOOK = WEBHOOKS + "/{webhook}";

    private final WebhookHandler webhooks;

    WebhookPageController(WebhookHandler webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping(WEBHOOKS)
    ModelAndView list(@PathVariable String agency) {
        return page(agency, null, null, new WebhookForm(null, null, null, WebhookEvent.types()));
    }

    /** The secret of a new webhook is on the page that answers the form, and on no other. */
    @PostMapping(path = WEBHOOKS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView save(@PathVariable String agency, WebhookForm form, Caller caller) {
        try {
            var saved = webhooks.save(WebhookController.key(agency, form.name()), form.request(), caller);
            return saved.created() ? page(agency, saved.webhook(), null, form) : redirect(agency);
        } catch (ProblemException e) {
            var model = page(agency, null, e.problem().detail(), form);
            model.setStatus(HttpStatus.valueOf(e.problem().status()));
            return model;
        }
    }

    @PostMapping(path = WEBHOOK + "/secret", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView rotate(@PathVariable String agency, @PathVariable String webhook, Caller caller) {
        var saved = webhooks.rotate(WebhookController.key(agency, webhook), caller);
        return page(agency, saved, null, new WebhookForm(null, null, null, WebhookEvent.types()));
    }

    @PostMapping(path = WEBHOOK + "/resume", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView resume(@PathVariable String agency, @PathVariable String webhook) {
        webhooks.resume(WebhookController.key(agency, webhook));
        return redirect(agency);
    }

    @PostMapping(path = WEBHOOK + "/delete", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView delete(@PathVariable String agency, @PathVariable String webhook, Caller caller) {
        webhooks.delete(WebhookController.key(agency, webhook), caller);
        return redirect(agency);
    }

    private ModelAndView page(String agency, @Nullable WebhookView secret, @Nullable String wrong, WebhookForm form) {
        var rows = webhooks.findAll(WebhookController.token("agency", agency)).stream()
                .map(each ->
                        WebhookRow.of(agency, each, webhooks.attempts(WebhookController.key(agency, each.webhook()))))
                .toList();
        return new ModelAndView(
                "webhooks",
                new ModelMap("agency", agency)
                        .addAttribute("path", "/agencies/" + agency + "/webhooks")
                        .addAttribute("rows", rows)
                        .addAttribute("events", WebhookEvent.types())
                        .addAttribute("form", form)
                        .addAttribute("ticked", form.events() == null ? List.of() : form.events())
                        .addAttribute("wrong", wrong)
                        .addAttribute("secret", secret == null ? null : secret.secret())
                        .addAttribute("secretOf", secret == null ? null : secret.webhook()));
    }

    private static ModelAndView redirect(String agency) {
        return seeOther("/agencies/" + agency + "/webhooks");
    }
}
