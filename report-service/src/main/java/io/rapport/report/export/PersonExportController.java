package io.rapport.report.export;

import io.rapport.contracts.BrandKey;
import io.rapport.messaging.json.Json;
import io.rapport.report.domain.export.PersonHoldings;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Exports everything that is stored about a person, streamed so that memory does not grow with the history. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/people/{person}/export")
class PersonExportController {

    private final BrandCatalogue catalogue;
    private final PersonHoldings holdings;

    PersonExportController(BrandCatalogue catalogue, PersonHoldings holdings) {
        this.catalogue = catalogue;
        this.holdings = holdings;
    }

    @Operation(summary = "Everything that is stored about a person, as one JSON document")
    @GetMapping
    void export(BrandKey brand, @PathVariable UUID person, HttpServletResponse response) throws IOException {
        catalogue.require(brand);
        var held = holdings.find(brand, person);
        if (!held.isKnown()) {
            throw Problem.notFound().asException();
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + held.person() + ".json\"");
        try (var out = Json.mapper().createGenerator(response.getOutputStream())) {
            write(brand, held, out);
        }
    }

    private void write(BrandKey brand, PersonHoldings.HeldPerson held, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("agency", brand.agency());
        out.writeStringProperty("brand", brand.brand());
        out.writePOJOProperty("person", held.person());
        out.writePOJOProperty("people", held.people());
        out.writePOJOProperty("handles", held.handles());
        out.writePOJOProperty("dismissals", held.dismissals());
        out.writePOJOProperty("clients", held.clients());
        out.writePOJOProperty("stories", held.stories());
        out.writePOJOProperty("reminders", held.reminders());
        out.writePOJOProperty("dismissedSuggestions", held.suggestions());
        out.writePOJOProperty("relationship", held.relationship());
        out.writeArrayPropertyStart("history");
        holdings.forEachInHistory(brand, held.person(), out::writePOJO);
        out.writeEndArray();
        out.writeArrayPropertyStart("engagements");
        holdings.forEachEngagement(brand, held.handles(), out::writePOJO);
        out.writeEndArray();
        out.writeEndObject();
    }
}
