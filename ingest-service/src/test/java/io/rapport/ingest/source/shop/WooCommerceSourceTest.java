package io.rapport.ingest.source.shop;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.RevisionFold;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WooCommerceSourceTest {

    private final SourceRun run = shop("order.updated", "https://Shop.example/");

    private static SourceRun shop(String topic, String source) {
        return SourceRun.of(new WooCommerceSource(), "shop.example")
                .header("x-wc-webhook-topic", topic)
                .header("x-wc-webhook-source", source);
    }

    private static String order(String fields) {
        return "{'id':727,'number':'727','currency':'USD','total':'29.35','date_created_gmt':'2026-01-01T00:00:00','date_modified_gmt':'2026-01-02T00:00:00','customer_id':0,'billing':{'first_name':'Ann','last_name':'Berg','email':'ann@example.com','phone':'+4791122301'},"
                + fields + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'status':'processing' | INBOUND PURCHASE order:shop.example:727 @shop.example ann@example.com r1767312000000
        'status':'completed','customer_id':26 | INBOUND PURCHASE order:shop.example:727 @shop.example ann@example.com r1767312000000
        'status':'completed','customer_id':26,'billing':{} | INBOUND PURCHASE order:shop.example:727 @shop.example shop.example:26 r1767312000000
        'status':'cancelled' | INBOUND PURCHASE order:shop.example:727 @shop.example ann@example.com r1767312000000 withdrawn
        'status':'failed' | INBOUND PURCHASE order:shop.example:727 @shop.example ann@example.com r1767312000000 withdrawn
        'status':'refunded' | INBOUND PURCHASE order:shop.example:727 @shop.example ann@example.com r1767312000000 withdrawn
        'status':'pending' | ignored order.pending
        'status':'on-hold' | ignored order.on-hold
        'status':'completed','billing':{} | ignored order.anonymous
        'status':'completed','total':null | refused /total
        'status':'completed','date_created_gmt':null | refused /date_created_gmt
        'x':1 | refused /status
        """)
    void mapsOrders(String fields, String expected) {
        assertThat(run.lines(order(fields))).containsExactly(expected);
    }

    @Test
    void refundsHaveTheTimeOfTheOrder() {
        var found = run.engagements(order("'status':'refunded','refunds':[{'id':9,'total':'-10.00'}]"));

        assertThat(found)
                .extracting(each ->
                        value(each, "value.amount") + " " + value(each, "value.orderId") + " " + each.get("occurredAt"))
                .containsExactly(
                        "-10 shop.example:727 2026-01-01T00:00:00Z", "29.35 shop.example:727 2026-01-01T00:00:00Z");
    }

    @Test
    void deliveriesTwiceAndOutOfOrderEndInOneState() {
        var paid = run.map(order("'status':'processing'"));
        var refunded = run.map(order("'status':'completed','refunds':[{'id':9,'total':'-10.00'}]")
                .replace("2026-01-02", "2026-01-03"));
        var all = run.map(order("'status':'refunded','refunds':[{'id':9,'total':'-10.00'},{'id':10,'total':'-19.35'}]")
                .replace("2026-01-02", "2026-01-04"));

        assertThat(RevisionFold.orders(List.of(paid, refunded, all)))
                .allSatisfy(order -> assertThat(RevisionFold.of(order))
                        .containsExactly(
                                "INBOUND PURCHASE order:shop.example:727 @shop.example ann@example.com r1767484800000",
                                "INBOUND PURCHASE refund:shop.example:10 @shop.example ann@example.com r19350",
                                "INBOUND PURCHASE refund:shop.example:9 @shop.example ann@example.com r10000"));
    }

    @Test
    void twoShopsMayHaveTheSameOrderNumber() {
        assertThat(shop("order.created", "http://shop.example/second/").engagements(order("'status':'completed'")))
                .extracting(each -> value(each, "value.orderId"))
                .containsExactly("shop.example/second:727");
    }

    @Test
    void aDeletedOrderHasNoBuyer() {
        assertThat(shop("order.deleted", "https://shop.example").lines("{'id':727}"))
                .containsExactly("ignored order.deleted");
        assertThat(SourceRun.of(new WooCommerceSource()).lines("{}")).containsExactly("refused ");
    }

    @Test
    void theSignatureIsThatOfTheRawBodyInBase64() {
        assertThat(accepts("{\"id\":1}", "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY="))
                .isTrue();
        assertThat(accepts("{\"id\":2}", "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY="))
                .isFalse();
        assertThat(accepts("{\"id\":1}", "")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, webhook_id=5, '', true",
        "application/x-www-form-urlencoded; charset=UTF-8, webhook_id=5, '', true",
        "application/x-www-form-urlencoded, '', 5, false",
        "application/x-www-form-urlencoded, webhook_id=5, 5, false",
        "application/x-www-form-urlencoded, '', '', false",
        "application/x-www-form-urlencoded, '', 5x, false",
        "application/x-www-form-urlencoded, webhook_id=5&id=7, '', false",
        "application/json, webhook_id=5, '', false",
        "application/json, {}, 5, false"
    })
    void onlyTheFormThatActivatesAWebhookIsAnsweredUnsigned(String type, String body, String query, boolean answered) {
        var payload = new SourcePayload(
                body.getBytes(StandardCharsets.UTF_8),
                Map.of(),
                query.isEmpty() ? Map.of() : Map.of("webhook_id", query),
                type);
        var verifier = new WooCommerceVerifier();

        assertThat(verifier.verify(payload, SourceSecrets.NONE, Instant.EPOCH).accepted())
                .isEqualTo(answered);
        assertThat(verifier.challenge(payload, SourceSettings.NONE, SourceSecrets.NONE)
                        .map(ChallengeResponse::body)
                        .isPresent())
                .isEqualTo(answered);
    }

    private static boolean accepts(String body, String signature) {
        return new WooCommerceVerifier()
                .verify(
                        new SourcePayload(
                                body.getBytes(StandardCharsets.UTF_8),
                                Map.of("x-wc-webhook-signature", List.of(signature)),
                                Map.of(),
                                "application/json"),
                        new SourceSecrets(Map.of("secret", List.of("hush"))),
                        Instant.EPOCH)
                .accepted();
    }
}
