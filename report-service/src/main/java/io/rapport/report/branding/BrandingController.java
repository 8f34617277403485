package io.rapport.report.branding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.AgencyBrandedBuilder;
import io.rapport.report.domain.branding.BrandingService;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The logo and the colour of an agency, for its pages and documents. */
@RestController
@RequestMapping("/v1/agencies/{agency}/branding")
class BrandingController {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final BrandingService brandings;
    private final Clock clock = Clock.systemUTC();

    BrandingController(BrandingService brandings) {
        this.brandings = brandings;
    }

    /**
     * The branding of an agency.
     *
     * @param colour in the form {@code #rrggbb}; null for the standard one
     * @param logo the path of the image; null without one
     * @param version 0 if it was never set
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BrandingView(@Nullable String colour, @Nullable String logo, long version) {}

    /**
     * A colour to set.
     *
     * @param colour in the form {@code #rrggbb}; null for the standard one
     */
    record BrandingRequest(@Nullable String colour) {}

    @Operation(summary = "The logo and the colour of the agency")
    @GetMapping
    BrandingView branding(@PathVariable String agency) {
        return brandings
                .find(agency)
                .map(branding -> view(agency, branding))
                .orElseGet(() -> new BrandingView(null, null, 0));
    }

    @Operation(summary = "Set the colour of the agency")
    @PutMapping
    ResponseEntity<BrandingView> colour(
            @PathVariable String agency, @RequestBody BrandingRequest request, Caller caller) {
        var colour = request.colour() == null ? null : request.colour().strip().toLowerCase(Locale.ROOT);
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            throw Problem.invalid("colour", "colour is a colour in the form #rrggbb, such as #0b6e4f.")
                    .asException();
        }
        if (colour != null && ColourContrast.onWhite(colour) < ColourContrast.READABLE) {
            throw Problem.invalid(
                            "colour",
                            "colour is too light to be read as text on white (contrast below 4.5 to 1): choose a darker"
                                    + " one.")
                    .asException();
        }
        return change(agency, caller, branding -> branding.colour(colour));
    }

    @Operation(summary = "Set the logo of the agency: a PNG or JPEG image of at most 1 MB as the body")
    @PutMapping("/logo")
    ResponseEntity<BrandingView> setLogo(@PathVariable String agency, @RequestBody byte[] file, Caller caller) {
        var png = Base64.getEncoder().encodeToString(LogoReader.read(file));
        return change(agency, caller, branding -> branding.logo(png));
    }

    @Operation(summary = "Remove the logo of the agency")
    @DeleteMapping("/logo")
    ResponseEntity<BrandingView> removeLogo(@PathVariable String agency, Caller caller) {
        return change(agency, caller, branding -> branding.logo(null));
    }

    @Operation(summary = "The logo of the agency as a PNG image")
    @GetMapping("/logo")
    ResponseEntity<byte[]> logo(@PathVariable String agency) {
        var logo = brandings
                .find(agency)
                .map(AgencyBranded::logo)
                .orElseThrow(() -> Problem.notFound().asException());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(Base64.getDecoder().decode(logo));
    }

    private ResponseEntity<BrandingView> change(
            String agency, Caller caller, UnaryOperator<AgencyBrandedBuilder> change) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var published = DecisionProblems.orProblem(() -> brandings.change(agency, caller.name(), at, change));
        return ResponseEntity.status(published ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(branding(agency));
    }

    private static BrandingView view(String agency, AgencyBranded branding) {
        return new BrandingView(
                branding.colour(),
                branding.logo() == null ? null : "/v1/agencies/" + agency + "/branding/logo",
                branding.version());
    }
}
