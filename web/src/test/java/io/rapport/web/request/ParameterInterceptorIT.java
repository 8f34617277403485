package io.rapport.web.request;

import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.HttpTestClient;
import io.rapport.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that a controller method does not read are refused, with the ones it reads. */
class ParameterInterceptorIT extends WebTestBase {

    private static final String SELECTED = SHOES + "/selected";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort%5B0%5D=x",
                "sort.a=1",
                "tags%5B0%5D=1",
                "sort%5B$ne%5D=1",
                "class.classLoader=1",
                "_sort=1",
                "unknown",
                "sort=a&sort=b",
                "%00=1",
                "sort=%00",
                "tags=a%00",
                "cursor=1&cursor=2"
            })
    void anUnknownOrRepeatedParameterIsRefused(String query) {
        var answer = http().get(SELECTED + "?" + query, AGENCY_ADMIN);

        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer.json().get("detail").asString()).endsWith("Known parameters: cursor, limit, sort, tags.");
        assertThat(answer.json().get("known").size()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sort=a", "?tags=a&tags=b&limit=2", "?sort=&tags="})
    void declaredParametersAreRead(String query) {
        assertThat(http().get(SELECTED + query, AGENCY_ADMIN).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=%zz", "%zz=1", "sort=%"})
    void parametersThatCannotBeDecodedAreRefused(String query) {
        var raw = new RawHttpClient(http().port()).get(SELECTED + "?" + query, AGENCY_ADMIN);

        assertThat(raw).startsWith("HTTP/1.1 400");
    }

    @Test
    void thereMayBeNoParameters() {
        var answer = http().get(SHOES + "/rejected?sort=a", AGENCY_ADMIN);

        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer.json().get("detail").asString()).endsWith("It takes no parameters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort%5B0%5D=a", "sort=a&sort=b", "other=1"})
    void formsAreCheckedToo(String form) {
        assertProblem(form("/form", form), 400, "invalid-parameter");
        assertThat(form("/form", "sort=a&tags=b&tags=c").status()).isEqualTo(200);
    }

    @Test
    void aFormWithTooManyParametersIsRefused() {
        assertProblem(form("/form", "tags=1&".repeat(2000)), 400, "malformed-request");
    }

    private HttpTestClient.Answer form(String path, String form) {
        return http().send(
                        "POST",
                        SHOES + path,
                        form,
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }
}
