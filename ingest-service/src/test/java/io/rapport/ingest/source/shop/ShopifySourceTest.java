package io.rapport.ingest.source.shop;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.source.payload.RevisionFold;
import io.rapport.ingest.source.payload.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifySourceTest {

    private static final String SHOP = "acme.myshopify.com";
    private static final String REFUND =
            "{'id':7,'created_at':'2026-01-03T00:00:00Z','transactions':[{'kind':'refund','status':'success','amount':'12.50','currency':'EUR'},{'kind':'refund','status':'pending','amount':'9.00','currency':'EUR'}]}";

    /** Of the body {"id":1} with the secret hush, computed with Python's hmac. */
    private static final String SIGNATURE = "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=";

    private final SourceRun run = shop("orders/updated", SHOP);

    private static SourceRun shop(String topic, String domain) {
        return SourceRun.of(new ShopifySource(), domain)
                .header("x-shopify-topic", topic)
                .header("x-shopify-shop-domain", domain);
    }

    private static String order(String fields) {
        return "{'id':551,'name':'#1001','currency':'EUR','total_price':'44.50','created_at':'2026-01-01T01:00:00+01:00','updated_at':'2026-01-02T00:00:00Z','email':'ann@example.com','customer':{'id':5,'first_name':'Ann','last_name':'Berg','phone':'+4791122301'},"
                + fields + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'financial_status':'paid' | INBOUND PURCHASE order:acme.myshopify.com:551 @acme.myshopify.com acme.myshopify.com:5 r1767312000000
        'financial_status':'paid','customer':null | INBOUND PURCHASE order:acme.myshopify.com:551 @acme.myshopify.com ann@example.com r1767312000000
        'financial_status':'paid','cancelled_at':'2026-01-02T00:00:00Z' | INBOUND PURCHASE order:acme.myshopify.com:551 @acme.myshopify.com acme.myshopify.com:5 r1767312000000 withdrawn
        'financial_status':'voided' | INBOUND PURCHASE order:acme.myshopify.com:551 @acme.myshopify.com acme.myshopify.com:5 r1767312000000 withdrawn
        'financial_status':'pending' | ignored order.pending
        'financial_status':'authorized' | ignored order.authorized
        'financial_status':'paid','test':true | ignored order.test
        'financial_status':'paid','customer':null,'email':null | ignored order.anonymous
        'financial_status':'paid','total_price':'44,50' | refused /total_price
        'financial_status':'paid','total_price':'1e400' | refused /total_price
        'financial_status':'paid','currency':'EURO' | refused /currency
        'financial_status':'paid','updated_at':'yesterday' | refused /updated_at
        'financial_status':'refunded','refunds':[{'id':7}] | INBOUND PURCHASE order:acme.myshopify.com:551 @acme.myshopify.com acme.myshopify.com:5 r1767312000000
        'financial_status':'refunded','refunds':[{'transactions':[{'kind':'refund','status':'success','amount':'1'}]}] | refused /refunds/0/id
        'x':1 | refused /financial_status
        """)
    void mapsOrders(String fields, String expected) {
        assertThat(run.lines(order(fields))).containsExactly(expected);
    }

    @Test
    void whatIsPaidBackIsARefundOfTheOrder() {
        var found = run.engagements(order("'financial_status':'partially_refunded','refunds':[" + REFUND + "]"));

        assertThat(found)
                .extracting(each ->
                        value(each, "value.amount") + " " + value(each, "value.orderId") + " " + each.get("occurredAt"))
                .containsExactly(
                        "-12.5 acme.myshopify.com:551 2026-01-03T00:00:00Z",
                        "44.5 acme.myshopify.com:551 2026-01-01T00:00:00Z");
        assertThat(value(found.get(1), "actor.displayName")).isEqualTo("Ann Berg");
        assertThat(value(found.get(1), "actor.email")).isEqualTo("ann@example.com");
        assertThat(value(found.get(1), "actor.phone")).isEqualTo("+4791122301");
        assertThat(value(found.get(1), "value.currency")).isEqualTo("EUR");
    }

    @Test
    void aRefundInTheBuyersCurrencyIsCountedInThatOfTheOrder() {
        var dollars = REFUND.replace("12.50", "25.00").replace("EUR", "USD");
        var order =
                "'financial_status':'partially_refunded','total_price_set':{'presentment_money':{'amount':'50.00','currency_code':'USD'}},'refunds':["
                        + dollars + "]";

        assertThat(value(run.engagements(order(order)).get(0), "value.amount")).hasToString("-22.25");
        assertThat(run.lines(order(order.replace("'USD'}}", "'SEK'}}"))))
                .containsExactly("refused /refunds/0/transactions/0/currency");
    }

    @Test
    void anOrderInACurrencyWithoutARateKeepsItsCurrency() {
        var found = run.engagements(order("'financial_status':'paid'").replace("EUR", "XOF"));

        assertThat(value(found.get(0), "value.amount")).hasToString("44.5");
        assertThat(value(found.get(0), "value.currency")).isEqualTo("XOF");
    }

    @Test
    void deliveriesTwiceAndOutOfOrderEndInOneState() {
        var paid = run.map(order("'financial_status':'paid'"));
        var refunded = run.map(order("'financial_status':'partially_refunded','refunds':[" + REFUND + "]")
                .replace("2026-01-02T00", "2026-01-03T00"));
        var all = run.map(order("'financial_status':'refunded','cancelled_at':'2026-01-04T00:00:00Z','refunds':["
                        + REFUND.replace("pending", "success") + "]")
                .replace("2026-01-02T00", "2026-01-04T00"));

        assertThat(RevisionFold.orders(List.of(paid, refunded, all)))
                .hasSize(6)
                .allSatisfy(
                        order -> assertThat(RevisionFold.of(order))
                                .containsExactly(
                                        "INBOUND PURCHASE order:acme.myshopify.com:551 @acme.myshopify.com acme.myshopify.com:5 r1767484800000",
                                        "INBOUND PURCHASE refund:acme.myshopify.com:7 @acme.myshopify.com acme.myshopify.com:5 r21500"));
    }

    @Test
    void aCancelledOrderIsWithdrawnWheneverItsPaymentArrives() {
        var paid = run.map(order("'financial_status':'paid'"));
        var cancelled = run.map(order("'financial_status':'paid','cancelled_at':'2026-01-02T00:00:00Z'"));

        assertThat(RevisionFold.orders(List.of(paid, cancelled)))
                .allSatisfy(order -> assertThat(RevisionFold.of(order))
                        .singleElement()
                        .asString()
                        .endsWith("withdrawn"));
    }

    @Test
    void twoShopsMayHaveTheSameOrderNumber() {
        var orders = List.of(run, shop("orders/create", "other.myshopify.com")).stream()
                .flatMap(each -> each.map(order("'financial_status':'paid'")).mapped())
                .map(SourceMapping.Mapped::engagement)
                .toList();

        assertThat(orders)
                .extracting(each -> value(each, "value.orderId"))
                .containsExactly("acme.myshopify.com:551", "other.myshopify.com:551");
        assertThat(orders).extracting(each -> each.get("sourceId")).doesNotHaveDuplicates();
    }

    @Test
    void otherEventsAreIgnoredAndADeliveryWithoutHeadersIsRefused() {
        assertThat(shop("refunds/create", SHOP).lines("{'id':7,'order_id':551}"))
                .containsExactly("ignored refunds/create");
        assertThat(SourceRun.of(new ShopifySource()).lines("{}")).containsExactly("refused ");
        assertThat(run.lines("[]")).containsExactly("refused ");
    }

    @Test
    void theSignatureIsThatOfTheRawBodyInBase64() {
        var body = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(verify(body, "hush", SIGNATURE)).isTrue();
        assertThat(verify(body, "other", SIGNATURE)).isFalse();
        assertThat(verify("{\"id\":2}".getBytes(StandardCharsets.UTF_8), "hush", SIGNATURE))
                .isFalse();
        assertThat(verify(body, "hush", "sha256=" + SIGNATURE)).isFalse();
        assertThat(verify(body, "hush", "not base64")).isFalse();
        assertThat(verify(body, "hush", null)).isFalse();
    }

    private static boolean verify(byte[] body, String secret, @Nullable String signature) {
        Map<String, List<String>> headers =
                signature == null ? Map.of() : Map.of("x-shopify-hmac-sha256", List.of(signature));
        return ShopifySource.definition()
                .verifier()
                .verify(
                        new SourcePayload(body, headers, Map.of(), "application/json"),
                        new SourceSecrets(Map.of("clientSecret", List.of(secret))),
                        Instant.EPOCH)
                .accepted();
    }
}
