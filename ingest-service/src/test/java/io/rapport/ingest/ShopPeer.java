package io.rapport.ingest;

import io.rapport.ingest.source.payload.HmacSignature;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shop of Shopify, which delivers what became of its orders to a hook. Its connection can be cut within a delivery. */
final class ShopPeer {

    static final String DOMAIN = "acme.myshopify.com";

    private static final HmacSignature SIGNATURE = new HmacSignature("HmacSHA256", "", HmacSignature.Encoding.BASE64);

    private final URI hook;
    private final String secret;

    ShopPeer(URI hook, String secret) {
        this.hook = hook;
        this.secret = secret;
    }

    /** The deliveries of an order of so many EUR: it is paid, one EUR is paid back, and one in four is cancelled. */
    static List<String> deliveries(int order) {
        var deliveries = new ArrayList<>(List.of(
                order(order, 1, "paid", ""),
                order(
                        order,
                        2,
                        "partially_refunded",
                        ",'refunds':[{'id':%d,'created_at':'2026-01-03T10:00:00Z','transactions':[{'kind':'refund','status':'success','amount':'1.00','currency':'EUR'}]}]"
                                .formatted(order))));
        if (order % 4 == 0) {
            deliveries.set(1, order(order, 2, "voided", ",'cancelled_at':'2026-01-03T10:00:00Z'"));
        }
        return deliveries;
    }

    private static String order(int order, int day, String status, String more) {
        return "{'id':%d,'currency':'EUR','total_price':'%d.00','created_at':'2026-01-01T09:00:00Z','updated_at':'2026-01-0%dT10:00:00Z','email':'b%d@example.com','customer':{'id':%d},'financial_status':'%s'%s}"
                .formatted(order, order, day, order, order, status, more)
                .replace('\'', '"');
    }

    /** A whole delivery. */
    HttpRequest.Builder request(String body) {
        var request = HttpRequest.newBuilder(hook).POST(BodyPublishers.ofString(body));
        headers(body).forEach(request::header);
        return request;
    }

    /** Sends the begin of a delivery, and closes the connection. */
    void cut(String body, int bytes) throws IOException {
        var head = new StringBuilder("POST " + hook.getRawPath() + " HTTP/1.1\r\nHost: " + hook.getAuthority()
                + "\r\nContent-Length: " + body.length() + "\r\n");
        headers(body)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        try (var socket = new Socket(hook.getHost(), hook.getPort())) {
            socket.getOutputStream()
                    .write((head + "\r\n" + body.substring(0, bytes)).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private Map<String, String> headers(String body) {
        return Map.of(
                "Content-Type",
                "application/json",
                "X-Shopify-Topic",
                "orders/updated",
                "X-Shopify-Shop-Domain",
                DOMAIN,
                "X-Shopify-Hmac-Sha256",
                SIGNATURE.sign(secret, body));
    }
}
