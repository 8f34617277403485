package io.rapport.ingest.source.shop;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.RevisionFold;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeSourceTest {

    /** Of {@code 1767225600.{"id":1}} with the secret whsec_test, computed with Python's hmac. */
    private static final String SIGNATURE = "c288d7ec0b1747de22e35fbdbabba9772c8e0d64b7db67e546bc92b86c005ab8";

    private static final long SIGNED_AT = 1_767_225_600;

    private final SourceRun run = SourceRun.of(new StripeSource(), "main", "acct_2");

    private static String event(String type, String fields, String charge) {
        return "{'id':'evt_1','type':'" + type + "','livemode':true," + fields
                + "'data':{'object':{'id':'ch_1','object':'charge','amount':4450,'currency':'eur','created':1767225600,'status':'succeeded','captured':true,'customer':'cus_5','billing_details':{'name':'Ann Berg','email':'ann@example.com'}"
                + charge + "}}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "", textBlock = """
        charge.succeeded | INBOUND PURCHASE order:main:ch_1 @main cus_5
        charge.succeeded ,'customer':null | INBOUND PURCHASE order:main:ch_1 @main ann@example.com
        charge.succeeded ,'customer':{'id':'cus_6'} | INBOUND PURCHASE order:main:ch_1 @main cus_6
        charge.captured | INBOUND PURCHASE order:main:ch_1 @main cus_5
        charge.succeeded ,'captured':false | ignored charge.authorized
        charge.updated ,'status':'failed' | ignored charge.failed
        charge.succeeded ,'customer':null,'billing_details':{} | ignored charge.anonymous
        charge.failed | ignored charge.failed
        payment_intent.succeeded | ignored payment_intent.succeeded
        charge.succeeded ,'amount':'44.5' | refused /data/object/amount
        charge.succeeded ,'currency':'euro' | refused /data/object/currency
        charge.succeeded ,'created':null | refused /data/object/created
        """)
    void mapsCharges(String event, String expected) {
        var parts = event.split(" ", 2);

        assertThat(run.lines(event(parts[0], "", parts.length == 1 ? "" : parts[1])))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"eur, 4450, 44.50", "jpy, 4450, 4450", "kwd, 4450, 4.450", "isk, 445000, 4450.00"})
    void amountsAreInTheSmallestUnit(String currency, String amount, String expected) {
        var charge = ",'amount':%s,'currency':'%s'".formatted(amount, currency);

        assertThat(value(run.engagements(event("charge.succeeded", "", charge)).get(0), "value.amount"))
                .hasToString(expected);
    }

    @Test
    void theAmountThatWasPaidBackIsTheRevisionOfTheRefund() {
        var paid = run.map(event("charge.succeeded", "", ",'amount_refunded':0"));
        var partly = run.map(event("charge.refunded", "", ",'amount_refunded':1000"));
        var whole = run.map(event("charge.refunded", "", ",'amount_refunded':4450"));

        assertThat(RevisionFold.orders(List.of(paid, partly, whole)))
                .allSatisfy(order -> assertThat(RevisionFold.of(order))
                        .containsExactly(
                                "INBOUND PURCHASE order:main:ch_1 @main cus_5",
                                "INBOUND PURCHASE refund:main:ch_1 @main cus_5 r44500"));
        assertThat(value(partly.mapped().toList().get(1).engagement(), "value.amount"))
                .hasToString("-10.00");
    }

    @Test
    void eventsOfAConnectedAccountAreItsOwnAndTestsAreIgnored() {
        assertThat(run.lines(event("charge.succeeded", "'account':'acct_2',", "")))
                .containsExactly("INBOUND PURCHASE order:acct_2:ch_1 @acct_2 cus_5");
        assertThat(run.lines(event("charge.succeeded", "", "").replace("true,'data'", "false,'data'")))
                .containsExactly("ignored charge.succeeded.test");
        assertThat(SourceRun.of(new StripeSource(), "acct_1", "acct_2").lines(event("charge.succeeded", "", "")))
                .containsExactly("refused /account");
        assertThat(SourceRun.of(new StripeSource(), "acct_1").lines(event("charge.succeeded", "", "")))
                .containsExactly("INBOUND PURCHASE order:acct_1:ch_1 @acct_1 cus_5");
        assertThatThrownBy(() -> new StripeSource().requireValid(new SourceSettings(Set.of("one", "other"), Map.of())))
                .isInstanceOf(InputRejectedException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
    void theTimeStampIsAtMostFiveMinutesOff(long age, boolean accepted) {
        assertThat(accepts("t=1767225600,v1=" + SIGNATURE, SIGNED_AT + age)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        t=1767225600,v1=# | true
        t=1767225600, v0=00, v1=00, v1=# | true
        t=1767225600,v0=# | false
        t=1767225600,v1=00 | false
        t=1767225600,v1=x | false
        t=1767225600 | false
        t=1767225601,v1=# | false
        t=1767225600,t=1767225601,v1=# | false
        t=x,v1=# | false
        v1=# | false
        t=1767225600,v1=00,v1=00,v1=00,v1=00,v1=00,v1=00,v1=00,v1=00,v1=00,v1=00,v1=# | false
        """)
    void anyOfTheFirstTenSignaturesMayBeValid(String header, boolean accepted) {
        assertThat(accepts(header.replace("#", SIGNATURE), SIGNED_AT)).isEqualTo(accepted);
    }

    private static boolean accepts(String header, long now) {
        return new StripeVerifier()
                .verify(
                        new SourcePayload(
                                "{\"id\":1}".getBytes(StandardCharsets.UTF_8),
                                Map.of("stripe-signature", List.of(header)),
                                Map.of(),
                                "application/json"),
                        new SourceSecrets(Map.of("signingSecret", List.of("whsec_old", "whsec_test"))),
                        Instant.ofEpochSecond(now))
                .accepted();
    }
}
