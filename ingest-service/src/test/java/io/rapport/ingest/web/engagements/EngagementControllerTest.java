package io.rapport.ingest.web.engagements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.clientlist.InMemoryClientDigestRepository;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.input.SampleRows;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.IntakeProperties;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class EngagementControllerTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final int MAX_BODY = 2_000;
    private static final int MAX_ROWS = 20;
    private static final int MAX_LINES = 1_000;
    private static final int IN_FLIGHT = 3_000;

    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final AdmissionControl admission = new AdmissionControl(1, IN_FLIGHT);
    private final EngagementController controller = new EngagementController(
            new OneBrand(),
            new IntakeFactory(
                    SampleRows.HASHES,
                    sink,
                    new InMemoryClientDigestRepository(),
                    sink,
                    Clock.fixed(SampleRows.NOW, ZoneOffset.UTC)),
            admission,
            new IntakeProperties(
                    DataSize.ofBytes(MAX_BODY),
                    MAX_ROWS,
                    DataSize.ofMegabytes(1),
                    MAX_LINES,
                    DataSize.ofMegabytes(1),
                    1,
                    DataSize.ofBytes(IN_FLIGHT),
                    1,
                    1));

    /** The registered brand is {@link SampleRows#BRAND}. */
    private record OneBrand() implements BrandCatalogue {
        @Override
        public BrandRegistered find(BrandKey brand) {
            return SampleRows.BRAND;
        }

        @Override
        public Collection<BrandRegistered> all() {
            return List.of(SampleRows.BRAND);
        }
    }

    private IntakeResponse<IntakeResponse.RejectedElement> post(String type, byte[] body, boolean isZipped)
            throws IOException {
        var request = new MockHttpServletRequest("POST", "/");
        request.setContentType(type);
        request.setContent(body);
        if (isZipped) {
            request.addHeader("Content-Encoding", "gzip");
        }
        return controller.accept(SampleRows.BRAND.brandKey(), null, request);
    }

    private IntakeResponse<IntakeResponse.RejectedElement> post(String type, String body) throws IOException {
        return post(type, body.getBytes(StandardCharsets.UTF_8), false);
    }

    private Problem refused(String type, String body) {
        return catchThrowableOfType(ProblemException.class, () -> post(type, body))
                .problem();
    }

    private static String rows(int count, String separator) {
        return IntStream.range(0, count)
                .mapToObj(n ->
                        "{\"source\":\"test\",\"sourceId\":\"%d\",\"occurredAt\":\"2026-02-01T03:00:00Z\",\"channel\":\"x\",\"kind\":\"MENTION\",\"direction\":\"INBOUND\",\"actor\":{\"id\":\"ann\"}}"
                                .formatted(n))
                .collect(Collectors.joining(separator));
    }

    private static byte[] zip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void linesBeyondTheMemoryOfAllRequestsAreAccepted() throws IOException {
        var response = post(NDJSON, rows(500, "\n"));

        assertThat(response.accepted()).isEqualTo(500);
        assertThat(response.rejectedRows()).isNull();
        assertThat(sink.accepted).hasSize(500);
        assertThat(admission.freeBytes()).isEqualTo(IN_FLIGHT);
        assertThat(post(NDJSON, zip(rows(500, "\n")), true).accepted()).isEqualTo(500);
    }

    @Test
    void ofManyRejectedLinesTheFirstAreListedAndAllAreCounted() throws IOException {
        var response = post(NDJSON, "{\"some\": \"other line\"}\n".repeat(300) + rows(1, ""));

        assertThat(response.accepted()).isOne();
        assertThat(response.rejectedRows()).isEqualTo(300).isEqualTo(sink.rejected.size());
        assertThat(response.rejected())
                .extracting(IntakeResponse.RejectedElement::index)
                .containsExactlyElementsOf(IntStream.range(0, MAX_ROWS).boxed().toList());
    }

    @Test
    void anArrayBeyondALimitIsRefusedWhole() {
        assertThat(refused(NDJSON, "[" + rows(15, ",") + "]").status()).isEqualTo(413);
        assertThat(refused("application/json", "[" + rows(15, ",") + "]").status())
                .isEqualTo(413);
        assertThat(refused("application/json", rows(15, "\n")).status()).isEqualTo(413);
        assertThat(refused("application/json", "[" + "7,".repeat(MAX_ROWS) + "7]"))
                .satisfies(problem -> assertThat(problem.detail()).contains("No row was accepted"))
                .hasFieldOrPropertyWithValue("status", 413);
        assertThat(sink.accepted).isEmpty();
        assertThat(sink.rejected).isEmpty();
        assertThat(admission.freeBytes()).isEqualTo(IN_FLIGHT);
    }

    @Test
    void moreLinesThanTheMaximumAreRefusedAfterTheMaximum() {
        assertThat(refused(NDJSON, rows(MAX_LINES + 1, "\n")).detail()).contains("Earlier rows may have been accepted");
        assertThat(sink.accepted).hasSize(MAX_LINES);
    }

    @Test
    void nothingOfAnIncompleteBodyWithinTheMaximumIsAccepted() throws IOException {
        var zipped = zip(rows(10, "\n"));
        var half = Arrays.copyOf(zipped, zipped.length - 9);

        assertThat(catchThrowableOfType(ProblemException.class, () -> post(NDJSON, half, true))
                        .problem()
                        .status())
                .isEqualTo(400);
        assertThat(sink.accepted).isEmpty();
    }
}
