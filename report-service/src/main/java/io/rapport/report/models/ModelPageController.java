package io.rapport.report.models;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.report.days.ScoringDaysClient;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.PresentedToken;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages of a brand's scoring models, which the scoring service keeps. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/models")
class ModelPageController extends PageController {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final PersonDirectory directory;
    private final @Nullable ScoringModelClient scoring;
    private final @Nullable PreviewStrengthCache previewStrengths;

    ModelPageController(
            BrandCatalogue catalogue,
            BrandPageFrame frame,
            PersonDirectory directory,
            ObjectProvider<ScoringModelClient> scoring,
            ObjectProvider<ScoringDaysClient> days) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.directory = directory;
        this.scoring = scoring.getIfAvailable();
        this.previewStrengths =
                this.scoring == null ? null : new PreviewStrengthCache(this.scoring, days.getIfAvailable());
    }

    /**
     * The fields of the form that activates a model.
     *
     * @param reason free text; may be left out
     */
    record ActivationFields(@Nullable String reason) {

        private static final int MAX_REASON = 500;

        String text() {
            var text = Objects.requireNonNullElse(reason, "").strip();
            if (text.length() > MAX_REASON) {
                throw Problem.invalid("reason", "The reason has at most " + MAX_REASON + " characters.")
                        .asException();
            }
            return text;
        }
    }

    @GetMapping
    ModelAndView models(BrandKey brand, HttpServletRequest request) {
        var models = requireScoring(brand).list(brand, PresentedToken.require(request));
        var active = active(models);
        return page("models", brand)
                .addObject(
                        "models",
                        models.stream().map(each -> row(brand, each, active)).toList());
    }

    @GetMapping("/{version}")
    ModelAndView model(BrandKey brand, @PathVariable String version, Caller caller, HttpServletRequest request) {
        var token = PresentedToken.require(request);
        var models = requireScoring(brand).list(brand, token);
        var model = models.stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().asException());
        var active = active(models);
        return page("model", brand)
                .addObject("path", path(brand) + "/" + version)
                .addObject("model", row(brand, model, active))
                .addObject("activeVersion", active.version())
                .addObject("constants", ModelConstant.of(model, active))
                .addObject("weights", KindWeightsRow.of(model, active))
                .addObject("mayChange", caller.hasScope(Scope.ADMIN))
                .addAllObjects(model.active() ? new ModelMap() : preview(brand, version, token));
    }

    /** Requests a preview of a model. */
    @PostMapping(path = "/{version}/preview", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView preview(BrandKey brand, @PathVariable String version, HttpServletRequest request) {
        requireScoring(brand).requestPreview(brand, requireVersion(version), PresentedToken.require(request));
        return seeModel(brand, version);
    }

    /** Activates a model. */
    @PostMapping(path = "/{version}/activate", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView activate(
            BrandKey brand, @PathVariable String version, ActivationFields fields, HttpServletRequest request) {
        requireScoring(brand).activate(brand, requireVersion(version), fields.text(), PresentedToken.require(request));
        return seeModel(brand, version);
    }

    private ModelMap preview(BrandKey brand, String version, String token) {
        var preview = requireScoring(brand).findPreview(brand, version, token).orElse(null);
        if (preview == null) {
            return new ModelMap("running", false).addAttribute("outdated", false);
        }
        var names = directory.findAll(brand, PreviewPage.named(preview));
        return new ModelMap("running", preview.status() == PreviewStatus.RUNNING)
                .addAttribute("outdated", preview.status() == PreviewStatus.OUTDATED)
                .addAttribute("compared", PageFormat.count(preview.compared()))
                .addAttribute("people", PageFormat.count(preview.people()))
                .addAttribute("strengths", strengths(brand, preview, token))
                .addAttribute(
                        "preview", PreviewPage.of(preview, names, BrandPageLink.path(brand.agency(), brand.brand())));
    }

    /** The people by strength with both models; null until the preview is done. */
    private @Nullable StrengthBands strengths(BrandKey brand, PreviewAnswer preview, String token) {
        if (preview.status() != PreviewStatus.DONE || previewStrengths == null) {
            return null;
        }
        var found = previewStrengths.find(brand, preview, token);
        return found.now().isEmpty() || found.now().size() != found.then().size()
                ? null
                : StrengthBands.of(found.now(), found.then());
    }

    private ModelAndView page(String name, BrandKey brand) {
        return frame.page(name, brand, frame.resolveDay(brand, null))
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("here", "models")
                .addObject("modelsPath", path(brand));
    }

    private ModelRow row(BrandKey brand, ModelAnswer model, ModelAnswer active) {
        var zone = ZoneId.of(catalogue.require(brand).timeZone());
        return ModelRow.of(model, active, path(brand), zone);
    }

    private ScoringModelClient requireScoring(BrandKey brand) {
        catalogue.require(brand);
        if (scoring == null) {
            throw Problem.unavailable("Models are kept by the scoring service: set RAPPORT_SCORING_URL.", RETRY_AFTER);
        }
        return scoring;
    }

    private static ModelAnswer active(List<ModelAnswer> models) {
        return models.stream()
                .filter(ModelAnswer::active)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A brand has an active model"));
    }

    private static String requireVersion(String version) {
        if (!NameRules.isToken(version)) {
            throw Problem.notFound().asException();
        }
        return version;
    }

    private static ModelAndView seeModel(BrandKey brand, String version) {
        return seeOther(path(brand) + "/" + version);
    }

    private static String path(BrandKey brand) {
        return BrandPageLink.path(brand.agency(), brand.brand()) + "/models";
    }
}
