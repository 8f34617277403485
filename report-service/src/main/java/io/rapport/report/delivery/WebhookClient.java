package io.rapport.report.delivery;

import io.rapport.web.outbound.OutboundFailedException;
import java.util.Map;

/** Posts deliveries. */
@FunctionalInterface
public interface WebhookClient {

    /**
     * Posts a delivery.
     *
     * @throws OutboundFailedException if the address is not allowed, or does not answer within the deadline
     */
    WebhookResponse post(String url, Map<String, String> headers, byte[] body);
}
