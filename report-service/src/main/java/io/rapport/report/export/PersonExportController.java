package io.rapport.report.export;

import io.rapport.contracts.BrandKey;
import io.rapport.messaging.Json;
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

/** Hands over all that is held on a person, written as it is read: a person of many years takes no more memory. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/people/{person}/export")
public class PersonExportController {

    private final BrandCatalogue catalogue;
    private final PersonHoldings holdings;

    PersonExportController(BrandCatalogue catalogue, PersonHoldings holdings) {
        this.catalogue = catalogue;
        this.holdings = holdings;
    }

    @Operation(summary = "All that is held on a person, as one JSON document")
    @GetMapping
    void export(BrandKey brand, @PathVariable UUID person, HttpServletResponse response) throws IOException {
        catalogue.require(brand);
        var who = holdings.find(brand, person);
        if (!who.isKnown()) {
            throw Problem.notFound().asException();
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + who.person() + ".json\"");
        try (var out = Json.mapper().createGenerator(response.getOutputStream())) {
            write(brand, who, out);
        }
    }

    private void write(BrandKey brand, PersonHoldings.HeldPerson who, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("agency", brand.agency());
        out.writeStringProperty("brand", brand.brand());
        out.writePOJOProperty("person", who.person());
        out.writePOJOProperty("people", who.people());
        out.writePOJOProperty("handles", who.handles());
        out.writePOJOProperty("clients", who.clients());
        out.writePOJOProperty("relationship", who.relationship());
        out.writeArrayPropertyStart("history");
        holdings.forEachInHistory(brand, who.person(), out::writePOJO);
        out.writeEndArray();
        out.writeArrayPropertyStart("engagements");
        holdings.forEachEngagement(brand, who.handles(), out::writePOJO);
        out.writeEndArray();
        out.writeEndObject();
    }
}
