package io.rapport.ingest.web.admin;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.registration.BrandRegistrationService;
import io.rapport.ingest.web.response.KeyOrder;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registers brands and returns their registrations. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands")
class BrandRegistrationController {

    private static final KeyOrder<BrandRegistered> ORDER = new KeyOrder<>("brand", BrandRegistered::brand);

    private final BrandCatalogue brands;
    private final BrandRegistrationService registrations;
    private final Clock clock;

    BrandRegistrationController(BrandCatalogue brands, BrandRegistrationService registrations, Clock clock) {
        this.brands = brands;
        this.registrations = registrations;
        this.clock = clock;
    }

    @PutMapping("/{brand}")
    ResponseEntity<BrandRegistered> register(
            BrandKey brand,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = BrandBody.class)))
                    Map<String, Object> body) {
        var registered = registrations.register(brand, body, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return ResponseEntity.status(registered.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(registered.brand());
    }

    @GetMapping("/{brand}")
    BrandRegistered show(BrandKey brand) {
        return brands.require(brand);
    }

    @GetMapping
    CursorPage<BrandRegistered> list(@PathVariable String agency, PageRequest paging) {
        return ORDER.page(brands.ofAgency(agency).stream(), paging);
    }
}
