package io.rapport.identity.web.erasure;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erases people and returns erasure receipts. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
public class PersonErasureController {

    private final BrandCatalogue brands;
    private final PersonErasureHandler handler;

    PersonErasureController(BrandCatalogue brands, PersonErasureService erasures, Clock clock) {
        this.brands = brands;
        this.handler = new PersonErasureHandler(erasures, clock);
    }

    @Operation(summary = "Erases a person, with all ids and handles they ever had, for good")
    @DeleteMapping("/people/{person}")
    ResponseEntity<ErasureReceiptView> erase(
            BrandKey brand, @PathVariable UUID person, @RequestParam(defaultValue = "") String reason, Caller caller) {
        brands.require(brand);
        var erasure = handler.erase(new PersonKey(brand, person), reason, caller);
        var at = "/v1/agencies/%s/brands/%s/erasures/%s"
                .formatted(brand.agency(), brand.brand(), erasure.state().erasure());
        return ResponseEntity.accepted().location(URI.create(at)).body(ErasureReceiptView.of(erasure));
    }

    @Operation(summary = "The erasures of a brand, newest first: when, by whose token, and how much was removed")
    @GetMapping("/erasures")
    CursorPage<ErasureListItem> erasures(BrandKey brand, PageRequest paging) {
        brands.require(brand);
        return handler.findNewest(brand, paging).map(ErasureListItem::of);
    }

    @Operation(summary = "What was removed of an erased person, and where")
    @GetMapping("/erasures/{id}")
    ErasureReceiptView erasure(BrandKey brand, @PathVariable UUID id) {
        brands.require(brand);
        return ErasureReceiptView.of(handler.find(brand, id));
    }
}
