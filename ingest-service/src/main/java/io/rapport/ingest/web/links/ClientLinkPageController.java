package io.rapport.ingest.web.links;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.link.ClientLinkService;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the client links of a brand. A new link is shown once, in the response. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/links")
class ClientLinkPageController extends PageController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final ClientLinkService links;
    private final ClientLinkLookup issued;
    private final BrandCatalogue brands;
    private final Clock clock;

    ClientLinkPageController(ClientLinkService links, ClientLinkLookup issued, BrandCatalogue brands, Clock clock) {
        this.links = links;
        this.issued = issued;
        this.brands = brands;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(BrandKey brand) {
        return page(brand);
    }

    @PostMapping(consumes = FORM)
    ModelAndView issue(BrandKey brand, ClientLinkForm form) {
        brands.require(brand);
        try {
            var link = links.issue(brand, form.body(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return page(brand).addObject("link", ClientLinkView.address(link));
        } catch (InputRejectedException e) {
            var model = page(brand).addObject("wrong", e.message());
            model.setStatus(HttpStatus.BAD_REQUEST);
            return model;
        }
    }

    @PostMapping(path = "/{id}/revoke", consumes = FORM)
    ModelAndView revoke(BrandKey brand, @PathVariable UUID id) {
        if (!links.revoke(brand, id)) {
            throw Problem.notFound().asException();
        }
        return seeOther("/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/links");
    }

    private ModelAndView page(BrandKey brand) {
        var registered = brands.require(brand);
        var now = clock.instant();
        var rows = issued.all().stream()
                .filter(link -> link.brandKey().equals(brand))
                .sorted(Comparator.comparing(LinkIssued::issuedAt).reversed())
                .map(link -> ClientLinkRow.of(link, now))
                .toList();
        return new ModelAndView("links")
                .addObject("agency", brand.agency())
                .addObject("brand", brand.brand())
                .addObject("name", PageText.line(registered.name()))
                .addObject("rows", rows);
    }
}
