package io.rapport.web.request;

import static io.rapport.web.SampleService.ADMINISTRATOR;
import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.HttpTestClient;
import io.rapport.web.WebTestBase;
import io.rapport.web.capacity.MemoryReading;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What a service reports and refuses when the memory of its store is nearly full. */
@ContextConfiguration(initializers = CapacityInterceptorIT.MemoryInitializer.class)
@TestPropertySource(properties = "rapport.web.pages=true")
class CapacityInterceptorIT extends WebTestBase {

    private static final AtomicInteger PERCENT = new AtomicInteger();
    private static final AtomicInteger READINGS_UNTIL_FULL = new AtomicInteger();

    /** Registers a memory reading before any other bean, as the standalone installation does. */
    static final class MemoryInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            MemoryReading reading = () -> READINGS_UNTIL_FULL.getAndDecrement() > 0 ? PERCENT.get() / 100.0 : 0.9;
            context.getBeanFactory().registerSingleton("memoryReading", reading);
        }
    }

    @BeforeEach
    @AfterEach
    void free() {
        PERCENT.set(0);
        READINGS_UNTIL_FULL.set(Integer.MAX_VALUE);
    }

    @Test
    void anAdditionIsRefused() {
        PERCENT.set(90);

        assertProblem(post("/stream"), 507, "memory-full");
    }

    /** The memory becomes full after the check that precedes the body. */
    @Test
    void anAdditionIsRefusedWhileItsBodyIsRead() {
        PERCENT.set(89);
        READINGS_UNTIL_FULL.set(1);
        var response = new RawHttpClient(http().port()).send(head(), out -> {
            out.write(chunk());
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        });

        assertThat(response).startsWith("HTTP/1.1 507").contains("urn:rapport:problem:memory-full");
    }

    @Test
    void otherRequestsAreServed() {
        PERCENT.set(100);

        assertThat(http().get(SHOES + "/things", AGENCY_ADMIN).status()).isEqualTo(200);
        assertThat(post("/engagements").status()).isEqualTo(200);
    }

    @Test
    void additionsAreAcceptedBelowTheLimit() {
        PERCENT.set(89);

        assertThat(post("/stream").body()).isEqualTo("4");
    }

    @Test
    void metricsAndHealthHaveTheRatio() {
        assertThat(health()).contains("\"level\":\"SUFFICIENT\"").doesNotContain("notice");
        PERCENT.set(75);

        assertThat(http().get("/actuator/prometheus", ADMINISTRATOR).body()).contains("rapport_memory_used_ratio 0.75");
        assertThat(health()).contains("\"usedRatio\":0.75", "\"level\":\"LOW\"", "RAPPORT_MONGODB_URI");
    }

    @Test
    void pagesShowANoticeFromSeventyPercentOn() {
        PERCENT.set(69);
        assertThat(page()).doesNotContain("RAPPORT_MONGODB_URI").contains("<h1>Sign in</h1>");
        PERCENT.set(70);
        assertThat(page()).contains("role=\"status\">70 % of the memory", "RAPPORT_MONGODB_URI");
    }

    private String health() {
        return http().get("/actuator/health", ADMINISTRATOR).body();
    }

    private String page() {
        return http().send("GET", "/sign-in", "", "Accept", "text/html").body();
    }

    private HttpTestClient.Answer post(String path) {
        return http().send(
                        "POST",
                        SHOES + path,
                        "body",
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Content-Type",
                        "application/json");
    }

    private static byte[] chunk() {
        var content = "x".repeat(100_000);
        return (Integer.toHexString(content.length()) + "\r\n" + content + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String head() {
        return "POST " + SHOES + "/stream HTTP/1.1\r\nAuthorization: Bearer " + AGENCY_ADMIN
                + "\r\nTransfer-Encoding: chunked\r\n";
    }
}
