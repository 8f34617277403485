package io.rapport.ingest.web.links;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.ingest.domain.link.ClientLinkService;
import io.rapport.ingest.web.response.KeyOrder;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Issues, lists and revokes the client links of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/links")
class ClientLinkController {

    private static final KeyOrder<LinkIssued> ORDER =
            new KeyOrder<>("id", link -> link.id().toString());

    private final ClientLinkService links;
    private final ClientLinkLookup issued;
    private final BrandCatalogue brands;
    private final Clock clock;

    ClientLinkController(ClientLinkService links, ClientLinkLookup issued, BrandCatalogue brands, Clock clock) {
        this.links = links;
        this.issued = issued;
        this.brands = brands;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ClientLinkView issue(
            BrandKey brand,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ClientLinkBody.class)))
                    Map<String, Object> body) {
        brands.require(brand);
        return ClientLinkView.of(links.issue(brand, body, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @GetMapping
    CursorPage<ClientLinkView> list(BrandKey brand, PageRequest paging) {
        var ofBrand = issued.all().stream().filter(link -> link.brandKey().equals(brand));
        return ORDER.page(ofBrand, paging).map(ClientLinkView::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(BrandKey brand, @PathVariable UUID id) {
        if (!links.revoke(brand, id)) {
            throw Problem.notFound().asException();
        }
    }
}
