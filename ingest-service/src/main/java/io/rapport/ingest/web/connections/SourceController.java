package io.rapport.ingest.web.connections;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.connection.DeliveryPreview;
import io.rapport.ingest.domain.connection.ConnectionRequestReader;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.messaging.json.Json;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the sources that connections can use, and shows what would become of a sample. */
@RestController
@RequestMapping("/v1/agencies/{agency}/sources")
class SourceController {

    private final SourceCatalogue sources;
    private final ConnectionRequestReader reader;
    private final BrandCatalogue brands;
    private final IntakeFactory intakes;
    private final Clock clock;

    SourceController(
            SourceCatalogue sources,
            ConnectionRequestReader reader,
            BrandCatalogue brands,
            IntakeFactory intakes,
            Clock clock) {
        this.sources = sources;
        this.reader = reader;
        this.brands = brands;
        this.intakes = intakes;
        this.clock = clock;
    }

    /**
     * A source.
     *
     * @param pushes whether the platform delivers to a hook
     * @param pulls whether ingest fetches from the platform
     * @param secrets the names of the secrets that a connection needs
     * @param steps how to connect it at the platform; {@code {hook}} stands for the address of the hook
     */
    record SourceView(
            String source, String title, boolean pushes, boolean pulls, List<String> secrets, List<String> steps) {

        static SourceView of(SourceDefinition source) {
            return new SourceView(
                    source.name(),
                    source.title(),
                    source.verifier() != null,
                    source.fetcher() != null,
                    source.secrets(),
                    source.steps());
        }
    }

    /** All sources, as a page. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SourcePage(List<SourceView> items, @Nullable String next) {}

    /** What would become of a sample. */
    record SourcePreview(List<DeliveryPreview.PreviewedItem> items) {}

    @GetMapping
    SourcePage list(@PathVariable String agency) {
        TokenParameter.require("agency", agency);
        return new SourcePage(sources.all().stream().map(SourceView::of).toList(), null);
    }

    @Operation(
            summary = "Shows what would become of a sample",
            description =
                    "{accounts, settings, headers, sample}: the accounts and settings of a connection, and a payload as the platform sends it. Nothing is stored.")
    @PostMapping(path = "/{source}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    SourcePreview preview(
            @PathVariable String agency, @PathVariable String source, @RequestBody Map<String, Object> body) {
        TokenParameter.require("agency", agency);
        if (sources.find(source).isEmpty()) {
            throw Problem.notFound().asException();
        }
        if (body.get("sample") == null) {
            throw InputRejectedException.invalid("sample", "is missing: send a payload as the platform sends it.");
        }
        var fields = new LinkedHashMap<>(body);
        fields.put("source", source);
        var request = reader.read(fields);
        var settings = ConnectionSettings.of(request.accounts(), request.settings());
        var mapper = request.source().source();
        mapper.requireValid(settings);
        var preview = new DeliveryPreview(
                name -> brands.find(new BrandKey(agency, name)),
                brand -> intakes.openEngagementPreview(brand, source, null),
                clock.instant());
        return new SourcePreview(preview.of(mapper, payload(body), settings, request.accounts()));
    }

    private static SourcePayload payload(Map<String, Object> body) {
        var sample = body.get("sample");
        var bytes = sample instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : Json.mapper().writeValueAsBytes(sample);
        var headers = new LinkedHashMap<String, List<String>>();
        if (body.get("headers") instanceof Map<?, ?> given) {
            given.forEach((name, value) ->
                    headers.put(String.valueOf(name).toLowerCase(Locale.ROOT), List.of(String.valueOf(value))));
        }
        var type = headers.getOrDefault("content-type", List.of(MediaType.APPLICATION_JSON_VALUE));
        return new SourcePayload(bytes, headers, Map.of(), type.get(0));
    }
}
