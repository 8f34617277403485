package io.rapport.ingest.source.email;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSourceTest {

    private static final String ATTACHMENT = "SECRET-ATTACHMENT-".repeat(20);

    private final SourceRun run = SourceRun.of(new EmailSource(), "hello@acme.example", "@acme.no");

    /** A message with the usual fields, unless the given ones have them. */
    private static String mail(String fields, String body) {
        var written = fields.isEmpty() ? "" : fields.replace("\n", "\r\n") + "\r\n";
        return written + missing(written, "From: Ann Berg <Ann@Example.com>")
                + missing(written, "To: hello@acme.example")
                + missing(written, "Message-ID: <1@example.com>")
                + missing(written, "Date: Thu, 1 Jan 2026 01:00:00 +0100 (CET)") + "\r\n" + body;
    }

    private static String missing(String fields, String field) {
        var name = field.substring(0, field.indexOf(':') + 1);
        return ("\r\n" + fields).contains("\r\n" + name) ? "" : field + "\r\n";
    }

    private SourceMapping map(String mail) {
        return run.map(mail.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines(String mail) {
        return map(mail).items().stream().map(SourceRun::line).toList();
    }

    private Map<String, Object> engagement(String mail) {
        return map(mail).mapped().map(SourceMapping.Mapped::engagement).toList().get(0);
    }

    private String text(String fields, String body) {
        return String.valueOf(value(engagement(mail(fields, body)), "content.text"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        X-A: b | INBOUND EMAIL 1@example.com @hello@acme.example ann@example.com
        To: Bo <Bo@ACME.no>, hello@acme.example | INBOUND EMAIL 1@example.com @@acme.no ann@example.com
        To: list@other.example;Cc: "Hello, we" <hello@acme.example> | INBOUND EMAIL 1@example.com @hello@acme.example ann@example.com
        To: undisclosed-recipients:\\;;Delivered-To: hello@acme.example | INBOUND EMAIL 1@example.com @hello@acme.example ann@example.com
        From: hello@acme.example;To: Ann <ann@example.com>, bo@acme.no | OUTBOUND EMAIL 1@example.com:0 @hello@acme.example ann@example.com
        From: form@acme.no;Reply-To: ann@example.com | INBOUND EMAIL 1@example.com @hello@acme.example ann@example.com
        From: bo@acme.no | ignored mail.own
        From: ;Sender: ann@example.com | INBOUND EMAIL 1@example.com @hello@acme.example ann@example.com
        From: nothing | ignored mail.without-sender
        To: other@other.example | ignored mail.other-recipient
        Auto-Submitted: auto-replied | ignored mail.automatic
        Auto-Submitted: no | INBOUND EMAIL 1@example.com @hello@acme.example ann@example.com
        Precedence: bulk | ignored mail.list
        Precedence: auto_reply | ignored mail.automatic
        List-Id: <news.example.com> | ignored mail.list
        List-Unsubscribe: <https://example.com> | ignored mail.list
        Return-Path: <> | ignored mail.bounce
        Content-Type: multipart/report\\; boundary=b | ignored mail.bounce
        X-Auto-Response-Suppress: All | ignored mail.automatic
        X-Spam-Flag: YES | ignored mail.spam
        From: no-reply@example.com | ignored mail.automatic
        From: MAILER-DAEMON@example.com | ignored mail.automatic
        From: norea@example.com | INBOUND EMAIL 1@example.com @hello@acme.example norea@example.com
        Subject: Automatic reply: Hi | ignored mail.automatic
        Subject: =?utf-8?Q?Autosvar:_p=C3=A5_ferie?= | ignored mail.automatic
        """)
    void mapsMessages(String fields, String expected) {
        var header = fields.replace("\\;", "\u0000").replace(";", "\n").replace("\u0000", ";");

        assertThat(lines(mail(header, "Hi"))).containsExactly(expected);
    }

    @Test
    void oneConnectionWithOneAddressTakesWhateverIsDelivered() {
        var one = SourceRun.of(new EmailSource(), "hello@acme.example");

        assertThat(one.map(mail("To: other@other.example", "Hi").getBytes(StandardCharsets.UTF_8))
                        .items())
                .extracting(SourceRun::line)
                .containsExactly("INBOUND EMAIL 1@example.com @hello@acme.example ann@example.com");
    }

    @Test
    void theBrandsMailIsOneEngagementForEachRecipient() {
        var mail = mail(
                "From: Kari <kari@acme.no>\nTo: ann@example.com, Bo <bo@example.com>\nCc: ANN@example.com, hello@acme.example",
                "Hi");

        assertThat(lines(mail))
                .containsExactly(
                        "OUTBOUND EMAIL 1@example.com:0 @@acme.no ann@example.com",
                        "OUTBOUND EMAIL 1@example.com:1 @@acme.no bo@example.com");
        assertThat(value(engagement(mail), "staff.name")).isEqualTo("Kari");
        assertThat(value(engagement(mail), "staff.id")).isNull();
        assertThat(lines(mail("From: kari@acme.no\nTo: " + recipients(21), "Hi")))
                .containsExactly("ignored mail.many-recipients");
    }

    private static String recipients(int count) {
        var list = new StringBuilder("r@example.com");
        for (var i = 1; i < count; i++) {
            list.append(", r").append(i).append("@example.com");
        }
        return list.toString();
    }

    @Test
    void repliesBelongToTheConversationOfTheirFirstMessage() {
        var first = engagement(mail("Subject: Opening hours", "Are you open?"));
        var reply = engagement(mail(
                "Subject: Re: Opening hours\nIn-Reply-To: <2@acme.no>\nReferences: <1@example.com>\n <2@acme.no>",
                "Thanks"));
        var referring = engagement(mail("References: <1@example.com> <2@acme.no>", "Thanks"));

        assertThat(value(first, "object.conversation")).isEqualTo("1@example.com");
        assertThat(value(first, "object.inReplyTo")).isNull();
        assertThat(value(first, "content.text")).isEqualTo("Opening hours\n\nAre you open?");
        assertThat(value(reply, "object.conversation")).isEqualTo("1@example.com");
        assertThat(value(reply, "object.inReplyTo")).isEqualTo("2@acme.no");
        assertThat(value(reply, "content.text")).isEqualTo("Thanks");
        assertThat(value(referring, "object.inReplyTo")).isEqualTo("2@acme.no");
    }

    @Test
    void aMessageWithoutAnIdAlwaysHasTheSameOne() {
        var mail = mail("Message-ID: none", "Hi");

        assertThat(engagement(mail).get("sourceId")).isEqualTo(engagement(mail).get("sourceId"));
        assertThat(engagement(mail).get("sourceId"))
                .isNotEqualTo(engagement(mail("Message-ID: none", "Hi!")).get("sourceId"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Date: Thu, 1 Jan 2026 01:00:00 +0100 (CET) | 2026-01-01T00:00:00Z
        Date: 1 Jan 2026 00:00 GMT | 2026-01-01T00:00:00Z
        Date: Thu, 1 Jan 2099 00:00:00 +0000;Received: from a by b; Thu, 1 Jan 2026 00:00:05 +0000 | 2026-01-01T00:00:05Z
        Date: x;Received: from a by b; Thu, 1 Jan 2026 00:00:05 +0000 | 2026-01-01T00:00:05Z
        Date: x |
        """)
    void theTimeIsThatOfTheSenderUnlessTheServerContradicts(String fields, String expected) {
        var header = fields.replace("b; ", "b, ").replace(";", "\n").replace("b, ", "b; ");

        assertThat(engagement(mail(header, "Hi")).get("occurredAt")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        Yes!~~On Thu, 1 Jan 2026 at 10:00, Acme <hello@acme.example> wrote:~> Come?~> More | Yes!
        Yes!~~Am Do., 1. Jan. 2026 um 10:00 Uhr schrieb Acme~<hello@acme.example>:~~> Kommst du? | Yes!
        Ja!~~tor. 1. jan. 2026 kl. 10 skrev Acme: nope | Ja!~~tor. 1. jan. 2026 kl. 10 skrev Acme: nope
        Ja!~Den tor. 1. jan. 2026 kl. 10.00 skrev Acme:~Kommer du? | Ja!
        On 1 Jan 2026, Acme wrote:~> Come?~Yes, at ten.~> And Bo?~No. | Yes, at ten.~No.
        Yes~-----Original Message-----~From: Acme | Yes
        Yes~________________________________~From: Acme | Yes
        Yes~-- ~Ann~+47 911 22 301 | Yes
        Yes~Sent from my iPhone | Yes
        On time? I wrote: yes | On time? I wrote: yes
        > only quoted | null
        """)
    void quotedTextAndSignaturesAreCut(String body, String expected) {
        assertThat(text("", body.replace("~", "\r\n"))).isEqualTo(expected.replace("~", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Yes &amp; no</p><blockquote>Come?</blockquote>",
                "<p>Yes &amp; no</p><div class=\"gmail_quote\">Come?</div>",
                "<style>p{}</style><p>Yes &amp; no</p><hr><div id=\"divRplyFwdMsg\">From</div>",
                "<div>Yes &amp; no</div><div>-- </div><div>Ann</div>"
            })
    void quotedHtmlIsCut(String html) {
        assertThat(text("Content-Type: text/html; charset=utf-8", html)).isEqualTo("Yes & no");
    }

    @Test
    void attachmentsAreNeverPartOfWhatIsMapped() {
        var mail = mail("Content-Type: multipart/mixed; boundary=m", """
                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/html

                <b>Hi</b>
                --a
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Hei p=E5 deg
                --a--
                --m
                Content-Type: text/plain; name="notes.txt"
                Content-Disposition: attachment; filename="notes.txt"

                %1$s
                --m
                Content-Type: text/plain
                Content-Disposition: inline; filename*=utf-8''x

                %1$s
                --m
                Content-Type: message/rfc822

                Subject: %1$s

                %1$s
                --m--
                """.formatted(ATTACHMENT));

        assertThat(value(engagement(mail), "content.text")).isEqualTo("Hei på deg");
        assertThat(map(mail).toString()).doesNotContain("SECRET-ATTACHMENT");
    }

    @Test
    void aTextIsCutToTheSetLength() {
        assertThat(text("", "x".repeat(9_000))).hasSize(5_000);

        run.setting("textLength", 4);
        assertThat(text("", "abc\uD83D\uDE00")).isEqualTo("abc");
        run.setting("textLength", 0);
        assertThat(text("", "abc")).isEmpty();
    }

    @Test
    void settingsAndAccountsAreChecked() {
        for (var length : List.of(-1, 100_001, "5", 1.5)) {
            var settings = new SourceSettings(Set.of("a@b.example"), Map.of("textLength", length));
            assertThatThrownBy(() -> new EmailSource().requireValid(settings))
                    .isInstanceOf(InputRejectedException.class);
        }
        for (var account : List.of("acme.example", "Hello@acme.example", "a b@acme.example")) {
            assertThatThrownBy(() -> new EmailSource().requireValid(new SourceSettings(Set.of(account), Map.of())))
                    .isInstanceOf(InputRejectedException.class);
        }
        new EmailSource()
                .requireValid(new SourceSettings(Set.of("a@b.example", "@b.example"), Map.of("textLength", 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, utf-8",
        "iso-8859-1, iso-8859-1",
        "'', utf-8",
        "'', windows-1252",
        "us-ascii, utf-8",
        "no-such-charset, utf-8",
        "'utf-8', windows-1252",
        "utf-16, utf-16"
    })
    void textInAnyEncodingIsRead(String declared, String actual) {
        var type = declared.isEmpty() ? "text/plain" : "text/plain; charset=" + declared;
        var head = mail("Content-Type: " + type + "\nContent-Transfer-Encoding: base64", "")
                .getBytes(StandardCharsets.UTF_8);
        var body = Base64.getEncoder().encode("på tide".getBytes(Charset.forName(actual)));
        var mail = new byte[head.length + body.length];
        System.arraycopy(head, 0, mail, 0, head.length);
        System.arraycopy(body, 0, mail, head.length, body.length);

        assertThat(run.map(mail).mapped().map(each -> value(each.engagement(), "content.text")))
                .containsExactly("på tide");
    }

    @Test
    void namesAreDecoded() {
        var encoded = engagement(mail("From: =?iso-8859-1?Q?=C5se?= <ase@example.com>", "Hi"));
        var raw = engagement(mail("From: Åse Berg <ase@example.com>", "Hi"));

        assertThat(value(encoded, "actor.displayName")).isEqualTo("Åse");
        assertThat(value(raw, "actor.displayName")).isEqualTo("Åse Berg");
        assertThat(value(engagement(mail("From: \"ann@example.com\" <ann@example.com>", "Hi")), "actor.displayName"))
                .isNull();
    }

    @Test
    void hostileMessagesAreIgnoredWithTheirReason() {
        assertThat(lines(mail("X-A: b\n".repeat(10_000).strip(), "Hi"))).containsExactly("ignored mail.malformed");
        assertThat(lines(mail("X-A: " + "b".repeat(100_000), "Hi"))).containsExactly("ignored mail.malformed");
        assertThat(lines(nested(1_000))).containsExactly("ignored mail.nested-too-deep");
        assertThat(lines(mail("Content-Type: multipart/mixed; boundary=m", "--m\r\n\r\nHi\r\n".repeat(501) + "--m--")))
                .containsExactly("ignored mail.too-many-parts");
        assertThat(lines("")).containsExactly("ignored mail.without-sender");
        assertThat(lines("{\"json\": true}")).containsExactly("ignored mail.without-sender");
        assertThat(lines(mail("From: " + "(".repeat(20_000) + "ann@example.com", "Hi")))
                .hasSize(1);
        assertThat(lines(mail("From: " + "a:".repeat(20_000) + "ann@example.com", "Hi")))
                .hasSize(1);
        assertThat(run.map(new byte[] {0, (byte) 0xff, 1, 2, 13, 10, 0}).items())
                .hasSize(1);
    }

    @Test
    void anUnclosedMultipartIsReadAsFarAsItGoes() {
        assertThat(text("Content-Type: multipart/mixed; boundary=m", "--m\r\n\r\nHi"))
                .isEqualTo("Hi");
        assertThat(text("Content-Type: multipart/mixed", "no boundary")).isEqualTo("no boundary");
        assertThat(text("Content-Transfer-Encoding: base64", "SGk=====?!")).startsWith("Hi");
    }

    private static String nested(int depth) {
        var body = new StringBuilder();
        for (var i = 1; i < depth; i++) {
            body.append("--b")
                    .append(i - 1)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n");
        }
        return mail("Content-Type: multipart/mixed; boundary=b0", body + "Hi");
    }
}
