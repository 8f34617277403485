package io.rapport.web.auth;

import static io.rapport.web.SampleService.ADMINISTRATOR;
import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static io.rapport.web.SampleService.EXPIRED;
import static io.rapport.web.SampleService.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.HttpTestClient;
import io.rapport.web.WebTestBase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** How people sign in to pages, and how little the cookie can do. */
@TestPropertySource(
        properties = {
            "rapport.web.pages=true",
            "server.forward-headers-strategy=native",
            "rapport.web.session.suffix=8080"
        })
class SignInControllerIT extends WebTestBase {

    @Test
    void aTokenBecomesACookieThatNoScriptAndNoOtherSiteCanUse() {
        var answer = signIn(READER, "/agencies/acme/brands/shoes/people?stage=LIKES");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/agencies/acme/brands/shoes/people?stage=LIKES");
        assertThat(answer.header("Set-Cookie"))
                .matches("rapport_session_8080=rps_[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax")
                .doesNotContain(READER);
    }

    @Test
    void eachSignInOpensAnotherSessionAndEndsTheOneBefore() {
        var before = session(READER);
        var after = form("/sign-in", "token=" + READER, "Cookie", before).header("Set-Cookie");

        assertThat(after).startsWith("rapport_session_8080=").doesNotContain(before);
        assertThat(page("/", before).status()).isEqualTo(401);
        assertThat(page("/", after.replaceAll(";.*", "")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rapport_session_8080=" + READER,
                "rapport_session_8080=" + ADMINISTRATOR,
                "rapport_token=" + READER,
                "rapport_session_8080=rps_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "rapport_session_8080=rps_",
                "rapport_session_8080=",
            })
    void neitherATokenNorAForgedValueIsASession(String cookie) {
        assertThat(page("/", cookie).status()).isEqualTo(401);
    }

    @Test
    void aValueThatABrowserHadBeforeIsNotTheValueOfItsSession() {
        var planted = "rapport_session_8080=rps_" + "B".repeat(43);
        var opened = form("/sign-in", "token=" + READER, "Cookie", planted).header("Set-Cookie");

        assertThat(opened).doesNotContain("B".repeat(43));
        assertThat(page("/", planted).status()).isEqualTo(401);
    }

    @Test
    void aSessionHasAnotherNameThanThatOfAnotherInstallation() {
        var other = session(READER).replace("rapport_session_8080", "rapport_session_9080");

        assertThat(page("/", other).status()).isEqualTo(401);
    }

    @Test
    void aServiceThatHasNotReadASessionSendsTheBrowserBackUntilItHas() {
        var waiting = http().send("GET", "/sign-in?next=%2Fagencies%2Facme", "", "Cookie", session(READER));

        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.header("Refresh")).isEqualTo("1; url=/agencies/acme");
        assertThat(waiting.body()).contains("You are signed in", "href=\"/agencies/acme\"");
        assertThat(http().send("GET", "/sign-in?next=%2F%2Fevil.example", "", "Cookie", session(READER))
                        .header("Refresh"))
                .isEqualTo("1; url=/");
        assertThat(http().send("GET", "/sign-in", "", "Cookie", session(READER)).body())
                .contains("<h1>Sign in</h1>");
    }

    @Test
    void theCookieIsSecureWhenTheConnectionIs() {
        var answer = form("/sign-in", "token=" + READER, "X-Forwarded-Proto", "https");

        assertThat(answer.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", EXPIRED, "", "; Path=/evil"})
    void aWrongTokenIsAskedForAgain(String token) {
        var answer = signIn(token, "/agencies/acme");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?next=%2Fagencies%2Facme&failed");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "evil.example",
                "",
            })
    void leadsNowhereElse(String next) {
        assertThat(signIn(READER, next).header("Location")).isEqualTo("/");
    }

    @Test
    void aPageIsInTheLanguageThatItsReaderAccepts() {
        var answer = http().send("GET", "/sign-in", "", "Accept-Language", "nn-NO,en;q=0.5");

        assertThat(answer.body())
                .contains("<html lang=\"nb\">", "<h1>Logg inn</h1>")
                .doesNotContain("Sign in");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Vary")).containsIgnoringCase("Accept-Language");
        assertThat(http().send("GET", "/sign-in", "").body()).contains("<html lang=\"en\">", "<h1>Sign in</h1>");
    }

    @Test
    void aLanguageThatIsChosenIsRememberedInACookie() {
        var answer = http().send("GET", "/sign-in?next=%2Fagencies%2Facme&lang=nb", "", "Accept-Language", "en");

        assertThat(answer.header("Set-Cookie"))
                .startsWith("rapport_lang=nb; Path=/; Max-Age=31536000;")
                .endsWith("; HttpOnly; SameSite=Lax");
        assertThat(answer.body()).contains("Logg inn", "href=\"/sign-in?next=%2Fagencies%2Facme&amp;lang=en\"");
        assertThat(http().send("GET", "/sign-in", "", "Cookie", "rapport_lang=nb")
                        .body())
                .contains("Logg inn");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /,                                   200",
        "HEAD, /,                                   200",
        "GET,  /agencies/acme/brands/shoes/people,  200",
        "GET,  /v1/agencies/acme/brands/shoes/things, 200",
        "POST, /,                                   401",
        "POST, /v1/agencies/acme/brands/shoes/engagements, 401",
        "DELETE, /v1/agencies/acme/brands/shoes/things/a,  401",
    })
    void theCookieCountsForReadingOnly(String method, String path, int status) {
        assertThat(http().send(method, path, "", "Cookie", session(AGENCY_ADMIN))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, /agencies/acme/brands/shoes/people/4711/sentiment, 404, application/x-www-form-urlencoded",
        "same-site,   /agencies/acme/brands/shoes/people/4711/sentiment, 401, application/x-www-form-urlencoded",
        "cross-site,  /agencies/acme/brands/shoes/people/4711/sentiment, 401, application/x-www-form-urlencoded",
        "none,        /agencies/acme/brands/shoes/people/4711/sentiment, 401, application/x-www-form-urlencoded",
        "same-origin, /agencies/acme/brands/shoes/people/4711/sentiment, 401, text/plain",
        "same-origin, /v1/agencies/acme/brands/shoes/things, 401, application/x-www-form-urlencoded",
        "same-origin, /agencies/acme/brands/shoes/people/4711/sentiment, 401, text/csv",
        "same-origin, /agencies/acme/brands/shoes/imports/clients, 404, text/csv",
        "same-site,   /agencies/acme/brands/shoes/imports/clients, 401, text/csv",
        "cross-site,  /agencies/acme/brands/shoes/imports/clients, 401, text/csv",
        "none,        /agencies/acme/brands/shoes/imports/clients, 401, text/csv",
        "cross-site,  /agencies/acme/brands/shoes/imports/clients, 401, multipart/form-data; boundary=x",
        "same-site,   /agencies/acme/brands/shoes/imports/clients, 401, multipart/form-data; boundary=x",
        "cross-site,  /agencies/acme/brands/shoes/imports/clients, 401, text/plain",
        "same-origin, /v1/agencies/acme/brands/shoes/imports/clients, 401, text/csv",
    })
    void theCookieCountsForFormsAndUploadsOfOwnPagesOnly(String site, String path, int status, String type) {
        var answer = http().send(
                        "POST",
                        path,
                        "a=b",
                        "Cookie",
                        session(AGENCY_ADMIN),
                        "Sec-Fetch-Site",
                        site,
                        "Content-Type",
                        type);
        assertThat(answer.status()).isEqualTo(status);
        var reader = http().send(
                        "POST", path, "a=b", "Cookie", session(READER), "Sec-Fetch-Site", site, "Content-Type", type);
        assertThat(reader.status()).isEqualTo(status == 404 ? 403 : status);
    }

    /** What a form of another site can send with a cookie, also in a browser that knows neither SameSite nor Sec-Fetch-Site. */
    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/plain",
        "text/csv",
        "application/json"
    })
    void aBrowserThatDeclaresNoOriginWritesNothingByItsCookie(String type) {
        for (var path : List.of("imports/clients", "imports/engagements/preview", "people/4711/sentiment")) {
            var answer = http().send(
                            "POST",
                            "/agencies/acme/brands/shoes/" + path,
                            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nid,name\r\n--x--\r\n",
                            "Cookie",
                            session(AGENCY_ADMIN),
                            "Origin",
                            "https://evil.example",
                            "Content-Type",
                            type);
            assertProblem(answer, 401, "unauthenticated");
        }
    }

    @Test
    void aTokenInTheHeaderIsTheOneThatCounts() {
        var answer = http().send(
                        "GET",
                        "/",
                        "",
                        "Cookie",
                        session(READER),
                        "Authorization",
                        "Bearer wrong",
                        "Accept",
                        "text/html");

        assertProblem(answer, 401, "unauthenticated");
    }

    @Test
    void whoeverOpensAPageUnknownIsAskedToSignIn() {
        var answer =
                http().send("GET", "/agencies/acme/brands/shoes/people?q=a%20b&n=1", "", "Accept", "text/html,*/*");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .isEqualTo("/sign-in?next=%2Fagencies%2Facme%2Fbrands%2Fshoes%2Fpeople%3Fq%3Da%2520b%26n%3D1");
        assertThat(http().send("GET", answer.header("Location"), "").body())
                .contains("Sign in", "value=\"/agencies/acme/brands/shoes/people?q=a%20b&amp;n=1\"")
                .doesNotContain("not valid");
        assertThat(http().send("GET", "/sign-in?failed&next=%22%3E%3Cscript%3E", "")
                        .body())
                .contains("not valid", "&quot;&gt;&lt;script&gt;");
    }

    @Test
    void whoeverAsksForDataUnknownIsToldSo() {
        assertProblem(http().send("GET", SHOES + "/things", "", "Accept", "application/json"), 401, "unauthenticated");
        assertProblem(http().send("POST", SHOES + "/things", "", "Accept", "text/html"), 401, "unauthenticated");
    }

    @Test
    void signingOutTakesTheCookieAway() {
        var session = session(READER);
        var answer = form("/sign-out", "", "Cookie", session);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("rapport_session_8080=; ")
                .contains("Max-Age=0", "HttpOnly");
        assertThat(page("/", session).status()).isEqualTo(401);
        assertThat(form("/sign-out", "").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"/sign-in, token=" + READER, "/sign-out, ''"})
    void anotherSiteCannotSignAnybodyInOrOut(String path, String fields) {
        var answer = form(path, fields, "Sec-Fetch-Site", "cross-site");

        assertProblem(answer, 403, "cross-site");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, 404",
        "https://localhost, 404",
        "http://evil.example, 401",
        "http://localhost.evil.example, 401",
        "'null', 401",
        "'', 401",
    })
    void aBrowserWithoutFetchMetadataIsKnownByItsOrigin(String origin, int status) {
        var own = origin.endsWith("//localhost") ? origin + ":" + http().port() : origin;
        var path = "/agencies/acme/brands/shoes/people/4711/sentiment";
        var headers = new ArrayList<>(List.of("Cookie", session(AGENCY_ADMIN)));
        headers.addAll(own.isEmpty() ? List.of() : List.of("Origin", own));

        assertThat(form(path, "a=b", headers.toArray(String[]::new)).status()).isEqualTo(status);
        if (!own.isEmpty()) {
            assertThat(form("/sign-out", "", "Origin", own).status()).isEqualTo(status == 404 ? 303 : 403);
        }
    }

    @Test
    void aFormWithoutATokenIsIncomplete() {
        assertProblem(form("/sign-in", "next=/"), 400, "invalid-parameter");
    }

    /** The cookie of a session that is opened with a token. */
    private String session(String token) {
        return signIn(token, "/").header("Set-Cookie").replaceAll(";.*", "");
    }

    private HttpTestClient.Answer page(String path, String cookie) {
        return http().send("GET", path, "", "Cookie", cookie);
    }

    private HttpTestClient.Answer signIn(String token, String next) {
        return form("/sign-in", "token=" + encoded(token) + "&next=" + encoded(next));
    }

    private HttpTestClient.Answer form(String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return http().send("POST", path, body, all);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
