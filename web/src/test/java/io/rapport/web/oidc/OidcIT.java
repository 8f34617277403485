package io.rapport.web.oidc;

import static io.rapport.web.oidc.IssuerBrowser.location;
import static io.rapport.web.oidc.IssuerBrowser.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.SampleService;
import io.rapport.web.WebTestBase;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** Sign-in at a real issuer, and the attacks on it. */
@TestPropertySource(
        properties = {
            "rapport.web.pages=true",
            "server.forward-headers-strategy=native",
            "rapport.oidc.client-id=" + TestIssuer.CLIENT,
            "rapport.oidc.client-secret=" + TestIssuer.SECRET,
            "rapport.oidc.name=Agency <login>",
            "rapport.oidc.roles=rapport-editors=acme/EDITOR/shoes,other-admins=other/ADMINISTRATOR",
        })
@TestMethodOrder(OrderAnnotation.class)
class OidcIT extends WebTestBase {

    private static final int ISSUER_PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String ISSUER = "http://127.0.0.1:" + ISSUER_PORT;
    private static final String PEOPLE = "/agencies/acme/brands/shoes/people";
    private static final String SESSION = "rapport_session";
    private static final String ATTEMPT = "rapport_oidc_attempt";

    private static @Nullable TestIssuer issuer;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("rapport.oidc.issuer", () -> ISSUER);
    }

    @AfterAll
    static void stop() {
        if (issuer != null) {
            issuer.close();
        }
    }

    @Test
    @Order(1)
    void aServiceStartsWithoutTheIssuerAndTheSignInPageReportsIt() {
        var browser = new IssuerBrowser(http().port());

        assertThat(browser.open("/sign-in?next=" + PEOPLE).body())
                .contains("Sign in with Agency &lt;login&gt;", "href=\"/sign-in/oidc?next=");
        var failed = browser.open("/sign-in/oidc?next=" + PEOPLE);

        assertThat(failed.statusCode()).isEqualTo(303);
        assertThat(location(failed)).isEqualTo("/sign-in?next=" + encoded(PEOPLE) + "&failed=unreachable");
        assertThat(browser.open(location(failed)).body()).contains("cannot be reached", "id=\"issuer\"");
        assertThat(browser.open(location(failed) + "&lang=nb").body())
                .contains("svarer ikke", "Logg inn med Agency &lt;login&gt;");
        assertThat(browser.cookie(ATTEMPT)).isEmpty();
    }

    @Test
    @Order(2)
    void aUserSignsInWithTheRoleOfTheClaimsAndOpensThePageThatWasAskedFor() {
        var browser = browser();
        var asked = browser.open(PEOPLE + "?stage=LIKES");
        assertThat(location(asked)).startsWith("/sign-in?next=");

        var signedIn = browser.signIn("kari", PEOPLE + "?stage=LIKES");

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(location(signedIn)).isEqualTo(PEOPLE + "?stage=LIKES");
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .matches("rapport_session=rps_[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith(ATTEMPT + "=;").contains("Max-Age=0"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("rapport_oidc_token=")
                        .endsWith("; Path=/sign-out; HttpOnly; SameSite=Lax"));
        assertThat(browser.open(PEOPLE).body()).isEqualTo("kari of the issuer");
        // An editor of one brand of one agency, and no more.
        assertThat(browser.open("/agencies/acme/brands/hats/people").statusCode())
                .isEqualTo(404);
        assertThat(browser.open("/agencies/other/brands/shoes/people").statusCode())
                .isEqualTo(404);
        assertThat(browser.post(PEOPLE + "/4711/sentiment", Map.of(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/agencies/acme/brands/shoes/imports/x", Map.of(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAdministratorOfAnotherTenantOfTheSameIssuerHasNoAccessToThisOne() {
        var browser = browser();
        browser.signIn("eva", "/");

        assertThat(browser.open("/agencies/other/brands/shoes/people").body()).isEqualTo("eva of the issuer");
        assertThat(browser.open(PEOPLE).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ola, en, has no claim &#39;groups&#39;",
        "ola, nb, mangler opplysningen «groups»",
        "per, en, No value of the claim &#39;groups&#39;",
        "per, nb, Ingen verdi av opplysningen «groups»"
    })
    void whoHasNoRoleIsRefusedByAPageThatNamesTheClaim(String user, String language, String reason) {
        var browser = browser();
        browser.open("/sign-in?lang=" + language);

        var refused = browser.signIn(user, "/");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains(reason).doesNotContain("everybody", "eyJ", user + " of");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.cookie(ATTEMPT)).isEmpty();
    }

    @Test
    void aCodeThatWasUsedDoesNotOpenAnotherSession() {
        var browser = browser();
        var callback = browser.callback("kari", "/");
        var attempt = browser.cookie(ATTEMPT);
        browser.open(callback);
        assertThat(browser.cookie(SESSION)).isNotEmpty();

        var thief = browser();
        assertOutdated(thief, thief.open(callback), "/");
        thief.plant(ATTEMPT, attempt, "/sign-in/oidc");
        assertOutdated(thief, thief.open(callback), "/");
    }

    @Test
    void aCodeOfAnotherBrowserDoesNotSignIn() {
        var attacker = browser();
        var callback = attacker.callback("eva", "/");
        var victim = browser();

        assertOutdated(victim, victim.open(callback), "/");
        var own = victim.callback("kari", PEOPLE);
        assertOutdated(victim, victim.open(callback), PEOPLE);
        // With the victim's own state, the code fails by the PKCE verifier before the nonce is compared.
        var mixed = own.replaceAll("code=[^&]*", "code=" + parameter(callback, "code"));
        assertOutdated(victim, victim.open(mixed), PEOPLE);
        // The attempt of the victim is not lost by it.
        assertThat(location(victim.open(own))).isEqualTo(PEOPLE);
    }

    @Test
    void aSessionThatWasPlantedIsReplacedAndNeverValid() {
        var browser = browser();
        var planted = "rps_" + "B".repeat(43);
        browser.plant(SESSION, planted, "/");
        browser.signIn("kari", "/");

        assertThat(browser.cookie(SESSION)).startsWith("rps_").doesNotContain("BBBB");
        assertThat(browser().open("/", "Cookie", SESSION + "=" + planted).statusCode())
                .isNotEqualTo(200);
        var first = browser.cookie(SESSION);
        browser.signIn("kari", "/");
        assertThat(browser.cookie(SESSION)).isNotEqualTo(first);
        assertThat(http().send("GET", "/", "", "Cookie", SESSION + "=" + first).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
            })
    void leadsNowhereElse(String next) {
        var browser = browser();

        assertThat(location(browser.signIn("kari", next))).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?code=x", "?state=x&code=x", "?error=access_denied&state=x", "?response=x.y.z"})
    void anAnswerThatWasNotAskedForIsRefused(String query) {
        var browser = browser();

        assertOutdated(browser, browser.open("/sign-in/oidc/callback" + query), "/");
        browser.open("/sign-in/oidc?next=" + PEOPLE);
        assertOutdated(browser, browser.open("/sign-in/oidc/callback" + query), PEOPLE);
    }

    @Test
    void anotherSiteCannotStartASignIn() {
        var browser = browser();

        assertThat(browser.open("/sign-in/oidc", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(browser.cookie(ATTEMPT)).isEmpty();
    }

    @Test
    void aUserWhoDeclinesIsBackAtTheSignInPage() {
        var browser = browser();
        var state = parameter(location(browser.open("/sign-in/oidc")), "state");

        var declined = browser.open("/sign-in/oidc/callback?error=access_denied&state=" + state);

        assertThat(location(declined)).isEqualTo("/sign-in?next=%2F&failed=refused");
        assertThat(browser.open(location(declined)).body()).contains("did not sign you in");
    }

    @Test
    void theAddressThatTheIssuerReturnsToIsTheOneOfTheBrowser() {
        var started = http().send(
                        "GET",
                        "/sign-in/oidc",
                        "",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "rapport.example",
                        "X-Forwarded-Port",
                        "443");

        assertThat(parameter(started.header("Location"), "redirect_uri"))
                .isEqualTo("https://rapport.example/sign-in/oidc/callback");
        assertThat(started.header("Set-Cookie"))
                .matches("rapport_oidc_attempt=\\S+; Path=/sign-in/oidc; Max-Age=600;.*")
                .contains("; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheIssuer() {
        var browser = browser();
        browser.signIn("kari", "/");
        var session = browser.cookie(SESSION);
        assertThat(browser.callback("kari", "/"))
                .as("the issuer asks no password again")
                .contains("code=");

        var out = browser.post("/sign-out", Map.of(), "Sec-Fetch-Site", "same-origin");

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(http().send("GET", "/", "", "Cookie", SESSION + "=" + session)
                        .status())
                .isEqualTo(401);
        var onward = out.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
        assertThat(onward).startsWith(ISSUER + "/connect/logout?").contains("id_token_hint=", "client_id=rapport");
        assertThat(out.body()).contains("You are signed out of Rapport", onward.replace("&", "&amp;"));
        assertThat(browser.cookie("rapport_oidc_token")).isEmpty();
        var back = browser.open(onward);
        assertThat(location(back)).isEqualTo("http://127.0.0.1:" + http().port() + "/sign-in");
        assertThat(target(browser.open(location(browser.open("/sign-in/oidc")))))
                .as("the issuer asks for a password again")
                .isEqualTo(ISSUER + "/login");
    }

    @Test
    void aSessionOfATokenSignsOutHereOnly() {
        var browser = browser();
        browser.signIn("kari", "/");
        browser.post("/sign-in", Map.of("token", SampleService.READER), "Sec-Fetch-Site", "same-origin");

        var out = browser.post("/sign-out", Map.of(), "Sec-Fetch-Site", "same-origin");

        assertThat(location(out)).endsWith("/sign-in");
    }

    /** The issuer starts when a test first needs it: later than the service. */
    private IssuerBrowser browser() {
        synchronized (OidcIT.class) {
            if (issuer == null) {
                issuer = TestIssuer.start(ISSUER_PORT, "http://127.0.0.1:" + http().port());
            }
        }
        return new IssuerBrowser(http().port());
    }

    private static void assertOutdated(IssuerBrowser browser, HttpResponse<String> response, String next) {
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(location(response)).isEqualTo("/sign-in?next=" + encoded(next) + "&failed=outdated");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    private static String parameter(String address, String name) {
        for (var pair : URI.create(address).getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No " + name + " in " + address);
    }

    private static String encoded(String path) {
        return path.replace("/", "%2F");
    }
}
