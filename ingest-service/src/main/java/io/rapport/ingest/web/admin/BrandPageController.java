package io.rapport.ingest.web.admin;

import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.registration.BrandRegistrationService;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Registers a brand by the form on the page of the first steps, which report serves. */
@Controller
class BrandPageController extends PageController {

    private static final String NEXT = "/start";

    private final BrandCatalogue brands;
    private final BrandRegistrationService registrations;
    private final Clock clock;

    BrandPageController(BrandCatalogue brands, BrandRegistrationService registrations, Clock clock) {
        this.brands = brands;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Registers a brand that does not exist, and redirects to the next step. */
    @PostMapping(path = "/agencies/{agency}/brands", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView register(
            @PathVariable String agency,
            @RequestParam String brand,
            @RequestParam String name,
            @RequestParam String timeZone) {
        var key =
                new BrandKey(TokenParameter.require("agency", agency), TokenParameter.require("brand", brand.strip()));
        if (brands.find(key) != null) {
            throw exists(key).asException();
        }
        try {
            registrations.register(
                    key,
                    Map.of("name", name.strip(), "timeZone", timeZone.strip()),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (InputRejectedException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "not-accepted", "The brand cannot be registered", e.message())
                    .asException();
        }
        return next(key);
    }

    private static ModelAndView next(BrandKey brand) {
        return seeOther(UriComponentsBuilder.fromPath(NEXT)
                .queryParam("agency", brand.agency())
                .queryParam("brand", brand.brand())
                .toUriString());
    }

    private static Problem exists(BrandKey brand) {
        return Problem.of(
                HttpStatus.CONFLICT,
                "brand-exists",
                "The brand is registered already",
                "Agency '%s' has a brand '%s'. Choose another name, or change that brand with PUT."
                        .formatted(brand.agency(), brand.brand()));
    }
}
