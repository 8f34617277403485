package io.rapport.ingest.source.linkedin;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInSourceTest {

    private static final HmacSignature HEX = new HmacSignature("HmacSHA256", "", HmacSignature.Encoding.HEX);

    private final SourceRun run = SourceRun.of(new LinkedInSource(), "42");

    private static String notification(String fields) {
        return "{'type':'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS','notifications':[{'organizationalEntity':'urn:li:organization:42','sourcePost':'urn:li:share:7','lastModifiedAt':1767225600000,"
                + fields + "}]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'action':'LIKE','generatedActivity':'urn:li:like:(urn:li:person:Ab,urn:li:activity:7)' | INBOUND REACTION reaction:urn:li:share:7:urn:li:person:Ab @42 42:urn:li:person:Ab r1767225600000
        'action':'LIKE','generatedActivity':'urn:li:activity:7' | refused /notifications/0/generatedActivity
        'action':'COMMENT','generatedActivity':'urn:li:comment:(urn:li:activity:7,8)','decoratedGeneratedActivity':{'comment':{'owner':'urn:li:person:Ab','text':'Hi'}} | INBOUND COMMENT comment:urn:li:comment:(activity:7,8) @42 42:urn:li:person:Ab r1767225600000
        'action':'COMMENT_EDIT','generatedActivity':'urn:li:comment:(activity:7,8)','decoratedGeneratedActivity':{'comment':{'owner':'urn:li:person:Ab','text':'Ho'}} | INBOUND COMMENT comment:urn:li:comment:(activity:7,8) @42 42:urn:li:person:Ab r1767225600000
        'action':'COMMENT_DELETE','generatedActivity':'urn:li:comment:(activity:7,8)','decoratedGeneratedActivity':{'comment':{'owner':'urn:li:person:Ab'}} | INBOUND COMMENT comment:urn:li:comment:(activity:7,8) @42 42:urn:li:person:Ab r1767225600000 withdrawn
        'action':'COMMENT_DELETE','generatedActivity':'urn:li:comment:(activity:7,8)' | refused /notifications/0/decoratedGeneratedActivity/comment/owner
        'action':'COMMENT','generatedActivity':'urn:li:comment:(activity:7,9)','decoratedGeneratedActivity':{'comment':{'owner':'urn:li:person:Ab','parentComment':'urn:li:comment:(activity:7,8)'}} | INBOUND REPLY comment:urn:li:comment:(activity:7,9) @42 42:urn:li:person:Ab r1767225600000
        'action':'COMMENT','generatedActivity':'urn:li:comment:(activity:7,9)','decoratedGeneratedActivity':{'comment':{'owner':'urn:li:organization:42'}} | ignored COMMENT.own
        'action':'ADMIN_COMMENT','generatedActivity':'urn:li:comment:(activity:7,9)' | ignored ADMIN_COMMENT
        'action':'SHARE','generatedActivity':'urn:li:share:11','decoratedGeneratedActivity':{'share':{'owner':'urn:li:person:Ab','text':'See'}} | INBOUND SHARE share:urn:li:share:11 @42 42:urn:li:person:Ab r1767225600000
        'action':'SHARE_MENTION','generatedActivity':'urn:li:share:12','decoratedGeneratedActivity':{'share':{'owner':'urn:li:organization:5','text':'See'}} | INBOUND MENTION share:urn:li:share:12 @42 urn:li:organization:5 r1767225600000
        'generatedActivity':'urn:li:share:12' | refused /notifications/0/action
        """)
    void mapsSocialActions(String fields, String expected) {
        assertThat(run.lines(notification(fields))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text':'Hello'", "'message':{'text':'Hello'}", "'text':{'text':'Hello'}"})
    void readsTextInEveryPlace(String text) {
        var comment = run.engagements(notification(
                        "'action':'COMMENT','generatedActivity':'urn:li:comment:(activity:7,8)','decoratedGeneratedActivity':{'comment':{'owner':'urn:li:person:Ab',%s}}"
                                .formatted(text)))
                .get(0);

        assertThat(value(comment, "content.text")).isEqualTo("Hello");
        assertThat(value(comment, "actor.displayName")).isNull();
    }

    @Test
    void pagesOfThePullApiHaveTheSameNotifications() {
        var pulled = notification(
                        "'action':'LIKE','generatedActivity':'urn:li:reaction:(urn:li:person:Ab,urn:li:activity:7)'")
                .replace("'type':'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS','notifications'", "'paging':{},'elements'");

        assertThat(run.lines(pulled)).hasSize(1).allMatch(line -> line.startsWith("INBOUND REACTION"));
        assertThat(run.lines("{'type':'LEAD_ACTION'}")).containsExactly("ignored LEAD_ACTION");
        assertThat(run.lines("{}")).containsExactly("refused /notifications");
    }

    @Test
    void theSignatureIsAcceptedInEachOfTheKnownForms() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var documented = HEX.sign("s", "hmacsha256={}");

        for (var header : List.of(documented, "hmacsha256=" + documented, HEX.sign("s", "{}"))) {
            assertThat(accepts(body, header)).as(header).isTrue();
        }
        assertThat(accepts(body, HEX.sign("other", "hmacsha256={}"))).isFalse();
        assertThat(accepts("{ }".getBytes(StandardCharsets.UTF_8), documented)).isFalse();
    }

    private static boolean accepts(byte[] body, String header) {
        return new LinkedInVerifier()
                .verify(
                        new SourcePayload(body, Map.of("x-li-signature", List.of(header)), Map.of(), ""),
                        new SourceSecrets(Map.of("clientSecret", List.of("s"))),
                        Instant.EPOCH)
                .accepted();
    }

    @Test
    void theChallengeIsSigned() {
        var payload = new SourcePayload(new byte[0], Map.of(), Map.of("challengeCode", "890e4665-4dfe"), "");
        var secrets = new SourceSecrets(Map.of("clientSecret", List.of("s")));

        assertThat(new LinkedInVerifier()
                        .challenge(payload, SourceSettings.NONE, secrets)
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"challengeCode\":\"890e4665-4dfe\",\"challengeResponse\":\"%s\"}"
                        .formatted(HEX.sign("s", "890e4665-4dfe")));
        assertThat(new LinkedInVerifier()
                        .challenge(
                                new SourcePayload(new byte[0], Map.of(), Map.of("challengeCode", "\"}<"), ""),
                                SourceSettings.NONE,
                                secrets))
                .isEmpty();
    }
}
