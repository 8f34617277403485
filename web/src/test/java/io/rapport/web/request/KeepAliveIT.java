package io.rapport.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.SampleService;
import io.rapport.web.WebTestBase;
import org.junit.jupiter.api.Test;

class KeepAliveIT extends WebTestBase {

    private static final String REQUEST =
            "GET " + SHOES + "/things HTTP/1.1\r\nAuthorization: Bearer " + SampleService.AGENCY_ADMIN + "\r\n";
    private static final int REQUESTS = 200;

    @Test
    void aConnectionServesManyRequests() {
        var all = (REQUEST + "Host: localhost\r\n\r\n").repeat(REQUESTS - 1) + REQUEST;

        assertThat(new RawHttpClient(http().port()).send(all, out -> {}).split("HTTP/1.1 200"))
                .hasSize(REQUESTS + 1);
    }
}
