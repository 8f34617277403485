package io.rapport.ingest.source.chatwoot;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatwootSourceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final SourceRun run = SourceRun.of(new ChatwootSource(), "1", "2/45");

    private static String message(String fields) {
        return "{'event':'message_created','id':9,'created_at':'2026-01-01T00:00:00Z','content':'Hi','account':{'id':1},'inbox':{'id':45},'sender':{'id':5,'name':'Ann','email':'ann@example.com'},"
                + fields + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'message_type':'incoming','conversation':{'id':3,'channel':'Channel::WebWidget'} | INBOUND MESSAGE message:1:9 @1 1:5
        'message_type':0,'conversation':{'id':3,'channel':'Channel::Email'} | INBOUND EMAIL message:1:9 @1 1:5
        'message_type':'outgoing','conversation':{'id':3,'meta':{'sender':{'id':6,'name':'Bo'}}} | OUTBOUND MESSAGE message:1:9 @1 1:6
        'message_type':'outgoing','private':true,'conversation':{'id':3} | ignored message.private
        'message_type':'template','conversation':{'id':3} | ignored message.template
        'message_type':'incoming','conversation':{'id':3},'content_attributes':{'deleted':true} | INBOUND MESSAGE message:1:9 @1 1:5 withdrawn
        'message_type':'incoming' | refused /conversation
        'message_type':'outgoing','conversation':{'id':3} | refused /conversation/meta/sender
        'conversation':{'id':3} | refused /message_type
        """)
    void mapsMessages(String fields, String expected) {
        assertThat(run.lines(message(fields))).containsExactly(expected);
    }

    @Test
    void anUpdateHasARevision() {
        assertThat(run.lines(message("'message_type':'incoming','updated_at':1767225660,'conversation':{'id':3}")
                        .replace("message_created", "message_updated")))
                .containsExactly("INBOUND MESSAGE message:1:9 @1 1:5 r1767225660000");
        assertThat(run.lines(message("'message_type':'incoming','conversation':{'id':3}")
                        .replace("message_created", "message_updated")))
                .containsExactly("INBOUND MESSAGE message:1:9 @1 1:5 r-1");
        assertThat(run.lines("{'event':'conversation_created'}")).containsExactly("ignored conversation_created");
    }

    @Test
    void anInboxMayBelongToABrandOfItsOwn() {
        var other = message("'message_type':'incoming','conversation':{'id':3}")
                .replace("'account':{'id':1}", "'account':{'id':2}");

        assertThat(run.lines(other)).containsExactly("INBOUND MESSAGE message:2:9 @2/45 2:5");
    }

    @Test
    void agentsAreStaffAndContactsKeepTheirAddresses() {
        var answer = run.engagements(
                        message(
                                "'message_type':'outgoing','conversation':{'id':3,'meta':{'sender':{'id':6,'phone_number':'+4712345678'}}}"))
                .get(0);

        assertThat(value(answer, "staff.name")).isEqualTo("Ann");
        assertThat(value(answer, "actor.phone")).isEqualTo("+4712345678");
        assertThat(value(answer, "actor.displayName")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "299, true", "-299, true", "301, false", "-301, false"})
    void theTimeStampIsAtMostFiveMinutesOff(long age, boolean accepted) {
        assertThat(accepts(NOW.minusSeconds(age).getEpochSecond(), "s")).isEqualTo(accepted);
        assertThat(accepts(NOW.minusSeconds(age).getEpochSecond(), "other")).isFalse();
    }

    private static boolean accepts(long time, String secret) {
        var signature = HmacSignature.SHA256_HEX.sign(secret, time + ".{}");
        var headers = Map.of(
                "x-chatwoot-timestamp", List.of(String.valueOf(time)), "x-chatwoot-signature", List.of(signature));
        return verify(headers);
    }

    private static boolean verify(Map<String, List<String>> headers) {
        return new ChatwootVerifier()
                .verify(
                        new SourcePayload(BODY, headers, Map.of(), ""),
                        new SourceSecrets(Map.of("secret", List.of("s"))),
                        NOW)
                .accepted();
    }

    @Test
    void unsignedDeliveriesOfOldInstallationsAreRefused() {
        assertThat(verify(Map.of())).isFalse();
        assertThat(verify(Map.of("x-chatwoot-timestamp", List.of("1e9")))).isFalse();
        assertThat(verify(Map.of(
                        "x-chatwoot-signature", List.of(HmacSignature.SHA256_HEX.sign("s", BODY)),
                        "x-chatwoot-timestamp", List.of(String.valueOf(NOW.getEpochSecond())))))
                .as("the body alone")
                .isFalse();
    }
}
