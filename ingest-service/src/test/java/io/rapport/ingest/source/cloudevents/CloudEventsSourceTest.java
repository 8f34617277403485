package io.rapport.ingest.source.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventsSourceTest {

    private static final String DATA =
            "{'channel':'web','kind':'VISIT','direction':'INBOUND','actor':{'id':'5'},'agency':'other','brand':'other'}";
    private static final String EVENT =
            "{'specversion':'1.0','id':'e1','source':'/shop','type':'visit','time':'2026-01-01T00:00:00Z','data':"
                    + DATA + "}";
    private static final String LINE = "INBOUND VISIT /shop|e1 @/shop 5";

    private final SourceRun structured =
            SourceRun.of(new CloudEventsSource()).contentType("application/cloudevents+json; charset=utf-8");

    private static SourceRun binary() {
        return SourceRun.of(new CloudEventsSource())
                .contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "e1")
                .header("ce-source", "/shop")
                .header("ce-type", "visit")
                .header("ce-time", "2026-01-01T00:00:00Z");
    }

    @Test
    void allThreeModesAreTheSame() {
        var batch = SourceRun.of(new CloudEventsSource()).contentType("application/cloudevents-batch+json");

        assertThat(structured.lines(EVENT)).containsExactly(LINE);
        assertThat(binary().lines(DATA)).containsExactly(LINE);
        assertThat(batch.lines("[" + EVENT + ",{}," + EVENT + "]"))
                .containsExactly(LINE, "refused /1/specversion", LINE);
        assertThat(structured.engagements(EVENT)).isEqualTo(binary().engagements(DATA));
    }

    @Test
    void theBrandComesFromTheConnectionAndNeverFromTheData() {
        assertThat(structured.engagements(EVENT).get(0)).doesNotContainKeys("agency", "brand");
    }

    @Test
    void dataMayBeBase64() {
        var data = Base64.getEncoder().encodeToString(DATA.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(structured.lines(EVENT.replace("'data':" + DATA, "'data_base64':'" + data + "'")))
                .containsExactly(LINE);
        assertThat(structured.lines(EVENT.replace("'data':" + DATA, "'data_base64':'%'")))
                .containsExactly("refused /data_base64");
    }

    @Test
    void revisionsAndWithdrawalsOfTheDataCount() {
        assertThat(structured.lines(
                        EVENT.replace("'channel'", "'revision':7,'withdrawn':true,'sourceId':'v9','channel'")))
                .containsExactly("INBOUND VISIT v9 @/shop 5 r7 withdrawn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'specversion':'1.0' | 'specversion':'0.3' | refused /specversion
        'id':'e1' | 'id':'' | refused /id
        'source':'/shop' | 'source':7 | refused /source
        'type':'visit' | 'types':'visit' | refused /type
        2026-01-01T00:00:00Z | yesterday | refused /time
        'kind':'VISIT' | 'message':'Hello' | ignored visit
        """)
    void attributesAreChecked(String was, String becomes, String expected) {
        assertThat(structured.lines(EVENT.replace(was, becomes))).containsExactly(expected);
    }

    @Test
    void missingHeadersOfTheBinaryModeAreNamed() {
        assertThat(SourceRun.of(new CloudEventsSource())
                        .header("ce-specversion", "1.0")
                        .lines(DATA))
                .containsExactly("refused /id");
        assertThat(SourceRun.of(new CloudEventsSource())
                        .contentType("text/plain")
                        .lines("hello"))
                .containsExactly("refused /datacontenttype");
    }

    @Test
    void theBearerTokenIsOneOfTheConnection() {
        assertThat(accepts("Bearer old")).isTrue();
        assertThat(accepts("bearer new")).isTrue();
        assertThat(accepts("Bearer other")).isFalse();
        assertThat(accepts("Basic old")).isFalse();
        assertThat(accepts("Bearer ")).isFalse();
    }

    private static boolean accepts(String header) {
        var payload = new SourcePayload(new byte[0], Map.of("authorization", List.of(header)), Map.of(), "");
        var secrets = new SourceSecrets(Map.of("token", List.of("new", "old")));
        return new CloudEventsVerifier().verify(payload, secrets, Instant.EPOCH).accepted();
    }
}
